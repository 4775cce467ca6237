<?php
/**
 * The plugin's settings.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Settings are constants in wp-config.php:
 *
 * ARTICLE_COMMENTS_SCRIPT        URL of article-comments.js. Default: assets/article-comments.js in the plugin's folder. The style
 *                                sheet article-comments.css is beside it.
 * ARTICLE_COMMENTS_POLICY_URL    URL of the comment policy. Default: none.
 * ARTICLE_COMMENTS_MAX           Maximum characters in a comment. Default 5000; 0 leaves it to WordPress, which allows 65,525 bytes.
 * ARTICLE_COMMENTS_EDIT_MINUTES  Minutes for which people can edit or delete their comments. Default 5; 0: never.
 * ARTICLE_COMMENTS_REPLACE       Whether to replace the theme's comments. Default true.
 * ARTICLE_COMMENTS_GUESTS        Where guests can comment through the REST API: 'section' (default) where the section replaces
 *                                the theme's comments, 'everywhere', or 'nowhere'.
 * ARTICLE_COMMENTS_REPORT_DAYS   Days after which settled reports are deleted and open ones lose their sender. Default 90.
 * ARTICLE_COMMENTS_NOTICE_MONTHS Months after which a decided notice of illegal content loses its sender and its text. Default 6.
 * ARTICLE_COMMENTS_OPEN_MONTHS   Months after which undecided notices and open reports lose theirs. Default 12.
 * ARTICLE_COMMENTS_REDRESS       How a decision on a comment can be contested: a text. Default: within six months, with the editors.
 * ARTICLE_COMMENTS_REDRESS_URL   URL of a page for that, or a mailto: address. Default: none.
 * ARTICLE_COMMENTS_AVATARS       Whether the section shows the pictures of authors. Their addresses are hashes of email addresses.
 *                                Default false.
 */
final class Settings {

	/** URL of the section's script. */
	public static function script_url() {
		return (string) self::value( 'SCRIPT', plugins_url( 'assets/article-comments.js', PLUGIN_FILE ) );
	}

	/** URL of the style sheet for the printed comments. */
	public static function style_url() {
		return dirname( strtok( self::script_url(), '?' ) ) . '/article-comments.css';
	}

	/** URLs of the modules that the script needs at once for printed comments. None for a script of the site's own. */
	public static function preloads() {
		$list = dirname( PLUGIN_FILE ) . '/assets/preload.json';
		if ( '' !== (string) self::value( 'SCRIPT', '' ) || ! is_readable( $list ) ) {
			return array();
		}
		$files = json_decode( file_get_contents( $list ), true ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin.
		$names = array_merge( $files['section'], $files['served'], $files['backends']['wordpress'] );
		return array_map( static fn( $name ) => plugins_url( "assets/$name", PLUGIN_FILE ), $names );
	}

	/** URL of the comment policy, or an empty string. */
	public static function policy_url() {
		return esc_url_raw( (string) self::value( 'POLICY_URL', '' ) );
	}

	/** Maximum characters in a comment. 0: as many as WordPress stores. */
	public static function max_length() {
		return max( 0, (int) self::value( 'MAX', 5000 ) );
	}

	/** Seconds for which people can change their comments. */
	public static function edit_seconds() {
		return max( 0, (int) self::value( 'EDIT_MINUTES', 5 ) ) * MINUTE_IN_SECONDS;
	}

	/** Whether the section replaces the theme's comments. */
	public static function replaces_comments() {
		return (bool) self::value( 'REPLACE', true );
	}

	/** Where guests can comment through the REST API: `section`, `everywhere` or `nowhere`. */
	public static function guests() {
		$where = self::value( 'GUESTS', 'section' );
		return in_array( $where, array( 'section', 'everywhere', 'nowhere' ), true ) ? $where : 'section';
	}

	/** Seconds for which reports and their senders are kept. */
	public static function report_seconds() {
		return max( 1, (int) self::value( 'REPORT_DAYS', 90 ) ) * DAY_IN_SECONDS;
	}

	/** Months for which a decided notice is kept in full. */
	public static function notice_months() {
		return max( 1, (int) self::value( 'NOTICE_MONTHS', 6 ) );
	}

	/** Months for which undecided notices and open reports are kept in full. */
	public static function open_months() {
		return max( 1, (int) self::value( 'OPEN_MONTHS', 12 ) );
	}

	/** How a decision can be contested, in the terms of the adapter contract. */
	public static function redress() {
		$message = self::value( 'REDRESS', __( 'You can contest this decision within six months. Write to the editors, with the reference or the address of the comment.', 'article-comments' ) );
		return array_filter(
			array(
				'message' => (string) $message,
				'href'    => esc_url_raw( (string) self::value( 'REDRESS_URL', '' ), Markup::SCHEMES ),
			)
		);
	}

	/** Whether pictures of authors are shown, and their addresses published. */
	public static function avatars() {
		return self::value( 'AVATARS', false ) && get_option( 'show_avatars' );
	}

	/** The constant, or the default if it is not defined. */
	private static function value( $name, $default_value ) {
		return defined( "ARTICLE_COMMENTS_$name" ) ? constant( "ARTICLE_COMMENTS_$name" ) : $default_value;
	}
}
