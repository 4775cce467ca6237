<?php
/**
 * A comment in the list.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** One comment, as the script draws it for a reader who can do nothing yet. */
final class Comment_Row {

	/** The level of the authors' names among the headings of the page, below the section's own. */
	const HEADING_LEVEL = '3';

	/** The row. */
	public static function node( Comment_View $view, $takes_replies ) {
		$body    = array(
			'part'  => 'body',
			'class' => 'ac-body',
			'dir'   => 'auto',
		);
		$article = array(
			'part'       => 'comment',
			'aria-label' => $view->name(),
		);
		return Markup::element(
			'li',
			array(
				'id'    => 'comment-' . $view->comment['id'],
				'class' => self::classes( $view->depth ),
			),
			array(
				Markup::element(
					'article',
					$article,
					array_merge(
						array( self::header( $view ) ),
						self::reply_note( $view ),
						array(
							Markup::element( 'div', $body, Comment_Body::nodes( $view->comment['body']['value'] ) ),
							self::actions( $view, $takes_replies ),
						)
					)
				),
			)
		);
	}

	/** Stands after the last reply to a comment that has more: the place of the button that loads them. */
	public static function more_replies( $depth, Words $words ) {
		$place = Markup::place( $words->say( 'moreReplies' ), 'ac-link ac-small ac-more-replies' );
		return Markup::element( 'li', array( 'class' => self::classes( $depth ) ), array( $place ) );
	}

	/** The classes of a row. */
	private static function classes( $depth ) {
		return $depth > 0 ? 'ac-row ac-answer ac-d' . min( $depth, Comment_View::MAX_INDENT ) : 'ac-row';
	}

	/** Who wrote it, and when. */
	private static function header( $view ) {
		$attributes = array(
			'part'  => 'comment-header',
			'class' => 'ac-small',
		);
		$badge      = array(
			'part'  => 'badge',
			'class' => 'ac-badge',
		);
		$children   = array( self::author( $view ) );
		if ( Settings::avatars() ) {
			$children[] = self::avatar( $view );
		}
		foreach ( $view->badges() as $text ) {
			$children[] = Markup::element( 'span', $badge, array( $text ) );
		}
		$children = array_merge( $children, self::time( $view ), self::note( $view ) );
		return Markup::element( 'header', $attributes, $children );
	}

	/** The author's initials, and the picture over them. */
	private static function avatar( $view ) {
		$attributes = array(
			'part'        => 'avatar',
			'class'       => 'ac-avatar',
			'aria-hidden' => 'true',
		);
		$children   = array( $view->initials() );
		$src        = Comment_Link::safe_url( $view->comment['author']['avatar'] ?? '' );
		if ( null !== $src ) {
			$image      = array(
				'loading'        => 'lazy',
				'decoding'       => 'async',
				'referrerpolicy' => 'no-referrer',
				'src'            => $src,
			);
			$children[] = Markup::element( 'img', $image );
		}
		return Markup::element( 'span', $attributes, $children );
	}

	/** The author's name, as a link if there is an address. */
	private static function author( $view ) {
		$attributes = array(
			'part'       => 'author',
			'class'      => 'ac-author',
			'role'       => 'heading',
			'aria-level' => self::HEADING_LEVEL,
		);
		$name       = $view->author_name();
		$url        = Comment_Link::safe_url( $view->comment['author']['url'] ?? '' );
		if ( null !== $url ) {
			$link = array(
				'href' => $url,
				'rel'  => 'ugc nofollow noopener',
			);
			$name = Markup::element( 'a', $link, array( $name . Comment_Link::hidden_target( $name, $url ) ) );
		}
		return Markup::element( 'bdi', $attributes, array( $name ) );
	}

	/** The time, as the permalink. */
	private static function time( $view ) {
		if ( '' === $view->time ) {
			return array();
		}
		$link = array(
			'part'       => 'permalink',
			'class'      => 'ac-muted',
			'href'       => Comment_View::fragment( $view->comment['id'] ),
			'aria-label' => $view->words->say( 'timeOf', $view->time, $view->author_name() ),
		);
		$time = array(
			'part'     => 'time',
			'datetime' => str_replace( 'Z', '.000Z', $view->comment['createdAt'] ),
			'title'    => $view->time,
		);
		return array( Markup::element( 'a', $link, array( Markup::element( 'time', $time, array( $view->time ) ) ) ) );
	}

	/** That it was edited, beside the time. */
	private static function note( $view ) {
		if ( ! isset( $view->comment['editedAt'] ) ) {
			return array();
		}
		$attributes = array(
			'part'  => 'note',
			'class' => 'ac-muted',
		);
		return array( Markup::element( 'span', $attributes, array( $view->words->say( 'edited' ) ) ) );
	}

	/** To whom it replies, before the text. */
	private static function reply_note( $view ) {
		list( $text, $id ) = $view->reply_note();
		if ( '' === $text ) {
			return array();
		}
		$attributes = array(
			'part'  => 'reply-to',
			'class' => 'ac-reply-to ac-small ac-muted',
		);
		if ( null !== $id ) {
			$attributes['href'] = Comment_View::fragment( $id );
		}
		return array( Markup::element( null === $id ? 'span' : 'a', $attributes, array( $text ) ) );
	}

	/** The places of the buttons below the text. */
	private static function actions( $view, $takes_replies ) {
		$names      = array_filter(
			array(
				'reply'    => $takes_replies ? 'reply' : null,
				'collapse' => $view->has_replies ? 'hideReplies' : null,
				'more'     => 'more',
			)
		);
		$places     = array();
		$attributes = array(
			'part'  => 'actions',
			'class' => 'ac-actions ac-small',
		);
		foreach ( $names as $name => $word ) {
			$places[] = Markup::place( $view->words->say( $word ), "ac-action ac-$name" );
		}
		$report = Markup::place( $view->words->say( 'report' ), 'ac-action ac-report', $view->words->say( 'reportShort' ) );
		$groups = array(
			Markup::element( 'span', array(), $places ),
			Markup::element( 'span', array(), array( $report ) ),
		);
		return Markup::element( 'div', $attributes, $groups );
	}
}
