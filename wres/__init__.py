"""The WRES Explorer: the Workforce Race Equality Standard, explored, acted on and presented."""
