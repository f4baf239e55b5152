"""What can be followed: calendars and feeds, of everything, one platform or one topic."""
