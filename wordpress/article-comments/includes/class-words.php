<?php
/**
 * The section's own words.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The section's words in one language, as the script has them. Most of the plugin's texts are translated by WordPress; these are not. */
final class Words {

	/** Words by name, those with values in the notation of sprintf(). */
	private $words;

	/** How the language writes numbers and times. */
	private $formats;

	/** The words for a BCP 47 language tag, such as `de-AT`; English where there are none, as in the script. */
	public function __construct( $tag ) {
		$language      = Language::load( $tag );
		$this->words   = $language['words'];
		$this->formats = new Formats( $language['formats'] );
	}

	/** The words in the language of the page or mail: that of the site or, on the screens for editors, of the editor. */
	public static function current() {
		return new self( Language::tag_of_site() );
	}

	/** A text, with its values in place. It is no HTML. */
	public function say( $name, ...$values ) {
		return $values ? vsprintf( $this->words[ $name ], $values ) : $this->words[ $name ];
	}

	/** How the language writes numbers and times. */
	public function formats() {
		return $this->formats;
	}
}
