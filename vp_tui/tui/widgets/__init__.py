"""Parts of screens. All text through i18n, all content without markup, no colour as the only signal."""
