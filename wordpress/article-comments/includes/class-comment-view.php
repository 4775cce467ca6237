<?php
/**
 * What is said of a comment.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** What stands around the text of a comment, in words. */
final class Comment_View {

	/** Replies are indented to this depth; deeper ones stand below each other and say whom they reply to. */
	const MAX_INDENT = 3;

	/** The comment. */
	public $comment;

	/** 0 at the top level. */
	public $depth;

	/** Whether there are replies below it. */
	public $has_replies;

	/** The words. */
	public $words;

	/** The date and time, empty where WordPress has none. */
	public $time;

	/** The comment above it, or null. */
	private $parent;

	/** `$placed`: an entry of a thread. */
	public function __construct( $placed, Words $words ) {
		$this->comment     = $placed['comment'];
		$this->depth       = $placed['depth'];
		$this->parent      = $placed['parent'];
		$this->has_replies = $placed['has_replies'];
		$this->words       = $words;
		$created           = strtotime( $this->comment['createdAt'] );
		$this->time        = $created > 0 ? $words->formats()->time( $created ) : '';
	}

	/** The hash of its permalink. */
	public static function fragment( $id ) {
		return "#comment-$id";
	}

	/** "Reply by Ada to Grace, Jun 7, 2013, 6:54 AM". */
	public function name() {
		list( $recipient ) = $this->recipient();

		$parts = array(
			'' === $recipient
				? $this->words->say( 'commentBy', $this->author_name() )
				: $this->words->say( 'replyBy', $this->author_name(), $recipient ),
			null !== $this->comment['parentId'] && '' === $recipient ? $this->words->say( 'inReplyToUnknown' ) : '',
			$this->time,
		);
		return implode( ', ', array_diff( $parts, array( '' ) ) );
	}

	/** The name above it. */
	public function author_name() {
		return self::name_of( $this->comment, $this->words );
	}

	/** The initials of the first and the last word of the author's name; a no-break space if there are none. */
	public function initials() {
		$initial = '[\p{L}\p{N}\p{So}]';
		$words   = array_values( preg_grep( "/$initial/u", preg_split( '/\s+/u', $this->comment['author']['name'] ) ) );
		$ends    = count( $words ) > 1 ? array( $words[0], end( $words ) ) : $words;
		foreach ( $ends as $index => $word ) {
			preg_match( "/$initial.*/us", $word, $rest );
			preg_match( '/\X/u', $rest[0], $first );
			$ends[ $index ] = function_exists( 'mb_strtoupper' ) ? mb_strtoupper( $first[0], 'UTF-8' ) : strtoupper( $first[0] );
		}
		// A zero width non-joiner separates letters that would join, as in Arabic.
		return $ends ? implode( "\u{200c}", $ends ) : "\u{a0}";
	}

	/** The words beside the author's name. */
	public function badges() {
		return array_map( array( $this->words, 'say' ), $this->comment['author']['badges'] ?? array() );
	}

	/** To whom it replies where its place does not show that: a text, which may be empty, and an id. */
	public function reply_note() {
		list( $recipient, $id ) = $this->recipient();

		$is_reply   = null !== $this->comment['parentId'] || '' !== $recipient;
		$is_obvious = $this->depth <= self::MAX_INDENT && $this->parent && $id === $this->parent['id'];
		if ( ! $is_reply || $is_obvious ) {
			return array( '', null );
		}
		return array( '' === $recipient ? $this->words->say( 'inReplyToUnknown' ) : $this->words->say( 'inReplyTo', $recipient ), $id );
	}

	/** The name and the id of whom it replies to: its parent, or somebody further down whose reply was moved up. */
	private function recipient() {
		$reply_to = $this->comment['replyTo'] ?? null;
		$id       = $reply_to['id'] ?? $this->parent['id'] ?? null;
		$name     = $reply_to['name'] ?? '';
		if ( '' === $name && $this->parent && $id === $this->parent['id'] ) {
			$name = self::name_of( $this->parent, $this->words );
		}
		return array( $name, $id );
	}

	/** The name of an author. */
	public static function name_of( $comment, Words $words ) {
		return '' === $comment['author']['name'] ? $words->say( 'anonymous' ) : $comment['author']['name'];
	}
}
