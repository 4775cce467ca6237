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

	/** Keeps `</script>` and comments out of JSON. */
	const JSON_IN_HTML = JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'comments_template', array( __CLASS__, 'template' ), 20 );
		add_filter( 'render_block_core/comments', array( __CLASS__, 'block' ), 20 );
		add_action( 'wp_enqueue_scripts', array( __CLASS__, 'load_style' ) );
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

	/** Loads the style sheet, in the head: the comments are there before the script. */
	public static function load_style() {
		if ( self::replaces_comments() ) {
			wp_enqueue_style( 'article-comments', Settings::style_url(), array(), VERSION );
		}
	}

	/** Prints the section, with comments inside for search engines, readers without JavaScript, and until the script is there. */
	public static function render() {
		$post = get_post();
		if ( ! comments_open( $post ) && ! get_comments_number( $post ) ) {
			return;
		}
		self::load_script();
		// Before the comments are listed: what comes meanwhile is new to the script.
		$now    = time();
		$about  = Article_Field::describe( array( 'id' => $post->ID ) );
		$words  = Words::current();
		$list   = new Comment_List( $post->ID );
		$size   = Comment_Pages::size();
		$number = Comment_Pages::current();
		$page   = $list->page( $size * ( $number - 1 ), $size );
		if ( ! $page['items'] && $number > 1 ) {
			// There are no longer so many pages, or never were.
			$number = 1;
			$page   = $list->page( 0, $size );
		}
		$next   = isset( $page['next'] ) ? Comment_Pages::url( $number + 1 ) : null;
		$markup = ( new Section_Markup( $words, $about ) )->node( $page, $next );
		// Without the data of the printed comments, the script lists them again, for this reader.
		$served = 1 === $number && ! Decision::are_on_own( $post->ID ) ? $page : null;
		$data   = Section_Data::of( $post, $about, $served, $now );
		printf(
			'<article-comments id="comments" backend="wordpress" src="%s" discussion="%d" lang="%s" page-size="%d"%s>',
			esc_url( rest_url() ),
			(int) $post->ID,
			esc_attr( Language::tag_of_site() ),
			(int) $size,
			Settings::avatars() ? ' avatars' : ''
		);
		// The script takes what stands directly after the printed comments for their data.
		if ( ! $served ) {
			self::print_json( 'application/json', $data );
		}
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Markup escapes every text and attribute.
		echo Markup::html( array( $markup ) );
		if ( $served ) {
			self::print_json( 'application/json', $data );
		}
		if ( 'open' === $about['state'] ) {
			echo '<noscript><p>', esc_html__( 'Writing a comment needs JavaScript.', 'article-comments' ), '</p></noscript>';
		}
		echo '</article-comments>';
		self::print_json( 'application/ld+json', Structured_Data::of( $post, $page, $words ) );
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

	/** Has the browser request the other modules of the section together with the script, which starts at once for printed comments. */
	public static function print_preloads() {
		foreach ( Settings::preloads() as $url ) {
			printf( '<link rel="modulepreload" href="%s">', esc_url( $url ) );
		}
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
		// After the import maps, which some browsers ignore once a module is loading.
		add_action( did_action( 'wp_head' ) ? 'wp_footer' : 'wp_head', array( __CLASS__, 'print_preloads' ), 11 );
	}

	/** Prints data that no browser runs; nothing for null. */
	private static function print_json( $type, $data ) {
		if ( null !== $data ) {
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON without any "<", ">" or "&".
			printf( '<script type="%s">%s</script>', esc_attr( $type ), wp_json_encode( $data, self::JSON_IN_HTML ) );
		}
	}
}
