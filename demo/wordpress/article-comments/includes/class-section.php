<?php
/**
 * The section on the page.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Replaces the theme's comments with the section. */
final class Section {

	/** Comments printed inside the section. */
	const PRINTED = 50;

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'comments_template', array( __CLASS__, 'template' ), 20 );
		add_filter( 'render_block_core/comments', array( __CLASS__, 'block' ), 20 );
	}

	/** The template of classic themes. */
	public static function template( $template ) {
		return self::replaces_comments() ? dirname( PLUGIN_FILE ) . '/templates/comments.php' : $template;
	}

	/** Block themes have a comments block instead of a template. */
	public static function block( $html ) {
		if ( ! self::replaces_comments() ) {
			return $html;
		}
		ob_start();
		self::render();
		return ob_get_clean();
	}

	/** Prints the section, with the first comments inside for search engines and readers without JavaScript. */
	public static function render() {
		$post = get_post();
		if ( ! comments_open( $post ) && ! get_comments_number( $post ) ) {
			return;
		}
		self::load_script();
		$published = array(
			'post_id' => $post->ID,
			'status'  => 'approve',
			'type'    => 'comment',
		);
		$comments  = get_comments(
			$published + array(
				'order'  => 'ASC',
				'number' => self::PRINTED,
			)
		);
		$count     = (int) get_comments( $published + array( 'count' => true ) );
		printf(
			'<article-comments id="comments" backend="wordpress" src="%s" discussion="%d" lang="%s">',
			esc_url( rest_url() ),
			(int) $post->ID,
			esc_attr( get_bloginfo( 'language' ) )
		);
		// The flags keep `</script>` out of the JSON.
		echo '<script type="application/json">', wp_json_encode( self::data( $post ), JSON_HEX_TAG | JSON_HEX_AMP ), '</script>';
		/* translators: %s: number of comments. */
		echo '<h2>', esc_html( sprintf( _n( '%s comment', '%s comments', $count, 'article-comments' ), number_format_i18n( $count ) ) ), '</h2><ol>';
		wp_list_comments(
			array(
				'style'       => 'ol',
				'avatar_size' => 0,
				'max_depth'   => -1,
				'format'      => 'html5',
			),
			$comments
		);
		echo '</ol><noscript><p>', esc_html__( 'Writing a comment needs JavaScript.', 'article-comments' ), '</p></noscript></article-comments>';
	}

	/** Prints the script tag on WordPress before 6.5, which has no queue for modules. */
	public static function print_script() {
		wp_print_script_tag(
			array(
				'type' => 'module',
				'src'  => esc_url( add_query_arg( 'ver', VERSION, Settings::script_url() ) ),
			)
		);
	}

	/** Whether the current page shows the section. */
	private static function replaces_comments() {
		return is_singular() && ! post_password_required() && Discussion::uses_section( get_post() );
	}

	/** Loads the script. Modules never block the page, wherever WordPress prints them. */
	private static function load_script() {
		if ( function_exists( 'wp_enqueue_script_module' ) ) {
			wp_enqueue_script_module( 'article-comments', Settings::script_url(), array(), VERSION );
		} else {
			add_action( 'wp_footer', array( __CLASS__, 'print_script' ), 5 );
		}
	}

	/** What the adapter has to know about the visitor. */
	private static function data( $post ) {
		$data = array( 'loginUrl' => wp_login_url( get_permalink( $post ) . '#comments' ) );
		if ( is_user_logged_in() ) {
			$data['nonce']     = wp_create_nonce( 'wp_rest' );
			$data['adminAjax'] = admin_url( 'admin-ajax.php' );
		}
		return $data;
	}
}
