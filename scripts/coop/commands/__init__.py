"""The commands of `coop` that write or ask: one module each, loaded when it is called."""
