"""The start page of an open register: figures, charts that paint themselves, and pictures of them."""
