"""The only room that imports Streamlit: shell, menu, visitor, address, filters, state."""
