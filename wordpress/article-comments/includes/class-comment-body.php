<?php
/**
 * The text of a comment.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Reads the HTML of a comment into nodes, by the same rules as the script: what is not allowed is left out, and its text stays. */
final class Comment_Body {

	/** Elements that a comment is shown with. */
	const TAGS = 'p br a strong b em i u s del code pre blockquote ul ol li hr h1 h2 h3 h4 h5 h6';

	/** Elements that have no look of their own in a comment, but whose text stays apart from what is around them. */
	const CONTAINERS = 'div section article aside header footer address figure figcaption details summary dl dt dd caption tr';

	/** Elements whose texts are side by side in a line. */
	const CELLS = 'td th';

	/** Elements that end an open one of these when they begin: its end tag may be left out. */
	const SIBLINGS = array(
		'li' => array( 'li' ),
		'dt' => array( 'dt', 'dd' ),
		'dd' => array( 'dt', 'dd' ),
		'tr' => array( 'tr' ),
		'td' => array( 'td', 'th' ),
		'th' => array( 'td', 'th' ),
	);

	/** Where the search for such an open element ends. */
	const HOLDERS = array( 'ul', 'ol', 'dl', 'tr' );

	/** Elements that are left out with all that is in them. */
	const REMOVED = 'annotation-xml|audio|colgroup|desc|foreignobject|head|iframe|math|mi|mn|mo|ms|mtext|noembed|noframes|'
		. 'noscript|plaintext|script|selectedcontent|style|svg|template|thead|title|video|xmp';

	/** Elements that do not end an open paragraph: those within a line, and the parts of lists and tables. */
	const INLINE = 'br a strong b em i u s del code li caption tr td th';

	/** Elements that become a paragraph, which cannot have another in it. */
	const PARAGRAPHS = array( 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6' );

	/** Elements that narrow the text. */
	const INDENTED = array( 'blockquote', 'ul', 'ol' );

	/** Levels of quotes and lists. */
	const MAX_DEPTH = 8;

	/** Elements in each other. Nobody writes so many, and each costs time. */
	const MAX_OPEN = 64;

	/** The open elements, each in the one before; the first is the body. */
	private $open;

	/** Reads HTML, as the filter `comment_text` gives it. */
	public static function nodes( $html ) {
		return ( new self() )->read( self::allowed( $html ) );
	}

	/** The HTML with nothing but what a comment may contain. */
	private static function allowed( $html ) {
		$attributes = array(
			'href'  => true,
			'start' => true,
		);
		// wp_kses() would leave comments, and the text in elements that are no text.
		$kept       = preg_replace( '~<!--.*?(?:-->|\z)|<(' . self::REMOVED . ')(?=[\s/>])[^>]*>.*?(?:</\1\s*>|\z)~is', '', $html );
		$tags       = explode( ' ', self::TAGS . ' ' . self::CONTAINERS . ' ' . self::CELLS );
		return wp_kses( (string) $kept, array_fill_keys( $tags, $attributes ), Markup::SCHEMES );
	}

	/** Reads tag by tag. */
	private function read( $html ) {
		$this->open = array( Markup::element( '' ) );
		foreach ( preg_split( '/(<[^<>]*>)/', $html, -1, PREG_SPLIT_DELIM_CAPTURE | PREG_SPLIT_NO_EMPTY ) as $token ) {
			if ( ! preg_match( '~^<(/?)([a-z][a-z0-9]*)([^>]*)>$~i', $token, $tag ) ) {
				$this->add( array( $this->text( $token ) ) );
			} elseif ( '/' === $tag[1] ) {
				$this->close( strtolower( $tag[2] ) );
			} else {
				$this->begin( strtolower( $tag[2] ), $tag[3] );
			}
		}
		$this->close_to( 1 );
		return $this->open[0]['children'];
	}

	/** An opening tag. Some end what is open before them, as they do in browsers. */
	private function begin( $name, $attributes ) {
		if ( ! self::is_one_of( $name, self::INLINE ) ) {
			$this->close( 'p' );
		}
		if ( 'a' === $name ) {
			$this->close( 'a' );
		}
		$siblings = self::SIBLINGS[ $name ] ?? array();
		$before   = $siblings ? $this->innermost( array_merge( $siblings, self::HOLDERS ) ) : null;
		if ( in_array( $before, $siblings, true ) ) {
			$this->close( $before );
		}
		$values  = array_change_key_case( wp_list_pluck( wp_kses_hair( $attributes, Markup::SCHEMES ), 'value' ) );
		$element = Markup::element( $name, array_map( array( __CLASS__, 'decoded' ), $values ) );
		if ( in_array( $name, Markup::VOID, true ) ) {
			$this->add( array( $element ) );
		} elseif ( count( $this->open ) < self::MAX_OPEN ) {
			$this->open[] = $element;
		}
	}

	/** A closing tag ends what is open in its element, too. Without that, it means nothing. */
	private function close( $name ) {
		$at = array_keys( array_column( $this->open, 'tag' ), $name, true );
		if ( $at ) {
			$this->close_to( end( $at ) );
		}
	}

	/** Closes elements, until only so many are open. */
	private function close_to( $count ) {
		while ( count( $this->open ) > $count ) {
			$element = array_pop( $this->open );
			$this->add( $this->tidy( $element ) );
		}
	}

	/** What an element becomes, now that all that is in it is known. */
	private function tidy( $element ) {
		$name     = $element['tag'];
		$children = $element['children'];
		if ( 'a' === $name ) {
			return Comment_Link::nodes( $element['attributes']['href'] ?? '', $children );
		}
		if ( self::is_one_of( $name, self::CONTAINERS ) ) {
			return $this->separated( $children );
		}
		if ( self::is_one_of( $name, self::CELLS ) ) {
			return array_merge( $children, array( ' ' ) );
		}
		if ( preg_match( '/^h[1-6]$/', $name ) ) {
			// A comment must not disturb the outline of the page.
			return array( Markup::element( 'p', array(), array( Markup::element( 'strong', array(), $children ) ) ) );
		}
		if ( 'pre' === $name && $children && is_string( $children[0] ) ) {
			// Browsers take the first line break for a part of the source.
			$element['children'][0] = preg_replace( '/^\n/', '', $children[0] );
		}
		$is_too_deep = in_array( $name, self::INDENTED, true ) && $this->depth() >= self::MAX_DEPTH;
		return $is_too_deep ? $children : array( $element );
	}

	/** Separates the content of a container from what is before and after it. */
	private function separated( $nodes ) {
		if ( $this->innermost( array( 'pre' ) ) ) {
			return array_merge( $nodes, array( "\n" ) );
		}
		$break = array( Markup::element( 'br' ) );
		return $this->innermost( self::PARAGRAPHS ) ? array_merge( $break, $nodes, $break ) : Paragraphs::of( $nodes );
	}

	/** Whether a list names an element. */
	private static function is_one_of( $name, $names ) {
		return in_array( $name, explode( ' ', $names ), true );
	}

	/** How many quotes and lists are open. */
	private function depth() {
		return count( array_intersect( array_column( $this->open, 'tag' ), self::INDENTED ) );
	}

	/** The innermost open element of some. */
	private function innermost( $names ) {
		$open = array_intersect( array_column( $this->open, 'tag' ), $names );
		return $open ? end( $open ) : null;
	}

	/** A piece of text. A line break in the source is a space, unless it is formatted already. */
	private function text( $html ) {
		$text = self::decoded( $html );
		$is_kept = ! preg_match( '/[\n\r]/', $text ) || $this->innermost( array( 'pre' ) );
		return $is_kept ? $text : preg_replace( '/[ \t\f\n\r]+/', ' ', $text );
	}

	/** HTML without tags as text. */
	private static function decoded( $html ) {
		return html_entity_decode( $html, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/** Adds nodes to the innermost open element. */
	private function add( array $nodes ) {
		$last = count( $this->open ) - 1;
		foreach ( $nodes as $node ) {
			$this->open[ $last ]['children'][] = $node;
		}
	}
}
