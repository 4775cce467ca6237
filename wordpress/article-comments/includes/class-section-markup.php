<?php
/**
 * The section as HTML.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The whole section, as the script draws it before it knows its reader. */
final class Section_Markup {

	/** The words. */
	private $words;

	/** What the REST API says about the discussion: Article_Field. */
	private $about;

	/** A section in some language. */
	public function __construct( Words $words, array $about ) {
		$this->words = $words;
		$this->about = $about;
	}

	/** The section with a page of comments. `$next_url`: the address of the next page, or null. */
	public function node( array $page, $next_url ) {
		$heading    = $this->words->say( 'heading', $this->words->formats()->number( $page['total'] ) );
		$attributes = array(
			'part'       => 'section',
			'class'      => 'ac-section',
			'lang'       => $this->words->say( 'lang' ),
			'dir'        => $this->words->say( 'dir' ),
			'aria-label' => $heading,
		);
		$children   = array(
			$this->bar( $heading, count( $page['items'] ) ),
			$this->policy(),
			$this->writing(),
			$this->comments( $page['items'] ),
		);
		if ( $next_url ) {
			$children[] = $this->next_page( $next_url, $page['total'] - self::count_visible( $page['items'] ) );
		}
		return Markup::element( 'section', $attributes, $children );
	}

	/** The heading, and beside it the place of the menu with the orders. */
	private function bar( $heading, $count ) {
		$bar   = array(
			'part'  => 'bar',
			'class' => 'ac-bar',
		);
		$title = array(
			'part'  => 'heading',
			'class' => 'ac-heading',
		);
		$order = array(
			'class'       => 'ac-order ac-small ac-later',
			'aria-hidden' => 'true',
		);

		$options  = array(
			Markup::element( 'option', array(), array( $this->words->say( 'oldest' ) ) ),
			Markup::element( 'option', array(), array( $this->words->say( 'newest' ) ) ),
		);
		$children = array( Markup::element( 'h2', $title, array( $heading ) ) );
		if ( $count > 1 ) {
			$menu       = Markup::element( 'select', array( 'disabled' => 'disabled' ), $options );
			$label      = Markup::place( $this->words->say( 'order' ), '' );
			$children[] = Markup::element( 'span', $order, array( $label, $menu ) );
		}
		return Markup::element( 'div', $bar, $children );
	}

	/** What readers should keep to. */
	private function policy() {
		$attributes = array(
			'part'  => 'policy',
			'class' => 'ac-policy ac-small',
		);
		$fold       = array( 'class' => 'ac-fold' );
		$more       = Markup::element( 'summary', array( 'part' => 'more-policy' ), array( $this->words->say( 'more' ) ) );
		$children   = array(
			Markup::element( 'div', $fold, array( $this->words->say( 'policy' ) ) ),
			Markup::element( 'details', array(), array( $more ) ),
		);
		$url        = Comment_Link::safe_url( $this->about['policy']['url'] ?? '' );
		if ( null !== $url ) {
			$link       = array(
				'part' => 'policy-link',
				'href' => $url,
			);
			$children[] = Markup::element( 'a', $link, array( $this->words->say( 'policyLink' ) ) );
		}
		return Markup::element( 'div', $attributes, $children );
	}

	/** The place of the form, or why nobody can write. */
	private function writing() {
		$notice = array(
			'part'  => 'closed',
			'class' => 'ac-notice ac-small',
		);
		return $this->is_open()
			? Markup::element( 'div', array( 'class' => 'ac-composer-space' ) )
			: Markup::element( 'div', $notice, array( $this->words->say( 'closed' ) ) );
	}

	/** The list, or that it is empty. */
	private function comments( $comments ) {
		if ( ! $comments ) {
			$empty = array(
				'part'  => 'empty',
				'class' => 'ac-muted ac-small',
			);
			return Markup::element( 'p', $empty, array( $this->words->say( $this->is_open() ? 'empty' : 'emptyClosed' ) ) );
		}
		$takes_replies = $this->is_open() && 'flat' !== ( $this->about['features']['nesting'] ?? 'tree' );
		$rows          = array();
		foreach ( Thread::of( $comments ) as $entry ) {
			$rows[] = isset( $entry['more_below'] )
				? Comment_Row::more_replies( $entry['depth'], $this->words )
				: Comment_Row::node( new Comment_View( $entry, $this->words ), $takes_replies );
		}
		return Row_Blocks::in_list( $rows );
	}

	/** The number of comments that readers can see. */
	private static function count_visible( $comments ) {
		return count(
			array_filter(
				$comments,
				static function ( $comment ) {
					return 'visible' === ( $comment['status'] ?? 'visible' );
				}
			)
		);
	}

	/** The link to the next page, where the script has a button. `$left`: the number of comments that are not on this page. */
	private function next_page( $url, $left ) {
		$link = array(
			'part'  => 'button more',
			'class' => 'ac-wide ac-small ac-more',
			'rel'   => 'next',
			'href'  => $url,
		);
		$number = $left > 0 ? ' (' . $this->words->formats()->number( $left ) . ')' : '';
		return Markup::element( 'a', $link, array( $this->words->say( 'loadMore' ) . $number ) );
	}

	/** Whether the discussion takes comments. */
	private function is_open() {
		return 'open' === $this->about['state'];
	}
}
