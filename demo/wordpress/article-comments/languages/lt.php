<?php
/**
 * The section in the language "lt". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'lt',
		'dir'              => 'ltr',
		'heading'          => 'Komentarai (%s)',
		'policy'           => 'Komentarai turėtų papildyti temą. Jei kuris nors įžeidžia ar nukrypsta nuo temos, praneškite apie jį ir redakcija jį peržiūrės.',
		'policyLink'       => 'Mūsų komentavimo taisyklės',
		'closed'           => 'Komentavimas baigtas. Komentarus priimame ribotą laiką po publikavimo.',
		'empty'            => 'Komentarų dar nėra. O ką manote jūs?',
		'emptyClosed'      => 'Komentarų nebuvo paskelbta.',
		'order'            => 'Rikiavimas',
		'oldest'           => 'Seniausi',
		'newest'           => 'Naujausi',
		'commentBy'        => 'Komentaras: %s',
		'replyBy'          => 'Atsakymas: %1$s, į komentarą: %2$s',
		'inReplyTo'        => 'atsakymas į komentarą: %s',
		'inReplyToUnknown' => 'atsakymas į komentarą, kuris nerodomas',
		'timeOf'           => '%1$s, komentaras: %2$s',
		'anonymous'        => 'Anonimas',
		'author'           => 'Autorius',
		'staff'            => 'Redakcija',
		'edited'           => 'redaguota',
		'report'           => 'Pranešti apie pažeidimą',
		'reportShort'      => 'Pranešti',
		'reply'            => 'Atsakyti',
		'hideReplies'      => 'Slėpti atsakymus',
		'more'             => 'Daugiau',
		'moreReplies'      => 'Įkelti daugiau atsakymų',
		'loadMore'         => 'Įkelti daugiau komentarų',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{year}-{month}-{day} {hour}:{minute}; {timeZoneName}',
		'day'         => 'd',
		'hour'        => 'H',
		'months'      => array( '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'GMT+%s',
		'west'        => 'GMT−%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT−%s:%s',
	),
	'regions' => array(),
);
