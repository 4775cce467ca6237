<?php
/**
 * The plugin's words in other languages.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Loads the translations from the folder `languages`. */
final class Translations {

	/** Adds the hooks. */
	public static function start() {
		add_action( 'init', array( __CLASS__, 'load' ) );
	}

	/** Loads the translation into the site's language. */
	public static function load() {
		// phpcs:ignore PluginCheck.CodeAnalysis.DiscouragedFunctions.load_plugin_textdomainFound -- Before 6.8, WordPress does not find the translations in a plugin's own folder by itself.
		load_plugin_textdomain( 'article-comments', false, dirname( plugin_basename( PLUGIN_FILE ) ) . '/languages' );
	}
}
