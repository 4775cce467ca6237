<?php
/**
 * The section in the language "el". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'el',
		'dir'              => 'ltr',
		'heading'          => 'Σχόλια (%s)',
		'policy'           => 'Τα σχόλια πρέπει να προσθέτουν κάτι στο άρθρο. Αν κάποιο είναι προσβλητικό ή εκτός θέματος, αναφέρετέ το και η σύνταξη θα το εξετάσει.',
		'policyLink'       => 'Οι κανόνες μας για τα σχόλια',
		'closed'           => 'Τα σχόλια έχουν κλείσει. Μένουν ανοιχτά για περιορισμένο χρόνο μετά τη δημοσίευση.',
		'empty'            => 'Δεν υπάρχουν ακόμη σχόλια. Ποια είναι η γνώμη σας;',
		'emptyClosed'      => 'Δεν δημοσιεύτηκε κανένα σχόλιο.',
		'order'            => 'Ταξινόμηση',
		'oldest'           => 'Παλαιότερα',
		'newest'           => 'Νεότερα',
		'commentBy'        => 'Σχόλιο από: %s',
		'replyBy'          => 'Απάντηση από: %1$s προς: %2$s',
		'inReplyTo'        => 'απάντηση προς: %s',
		'inReplyToUnknown' => 'απάντηση σε σχόλιο που δεν εμφανίζεται',
		'timeOf'           => '%1$s: σχόλιο από: %2$s',
		'anonymous'        => 'Ανώνυμο',
		'author'           => 'Αρθρογράφος',
		'staff'            => 'Σύνταξη',
		'edited'           => 'επεξεργασμένο',
		'report'           => 'Αναφορά',
		'reportShort'      => 'Αναφορά',
		'reply'            => 'Απάντηση',
		'hideReplies'      => 'Απόκρυψη απαντήσεων',
		'more'             => 'Περισσότερα',
		'moreReplies'      => 'Περισσότερες απαντήσεις',
		'loadMore'         => 'Περισσότερα σχόλια',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {dayPeriod} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'g',
		'months'      => array( 'Ιαν', 'Φεβ', 'Μαρ', 'Απρ', 'Μαΐ', 'Ιουν', 'Ιουλ', 'Αυγ', 'Σεπ', 'Οκτ', 'Νοε', 'Δεκ' ),
		'periods'     => array(
			0  => 'π.μ.',
			12 => 'μ.μ.',
		),
		'separator'   => '.',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'WET+0000'  => 'WET',
			'WEST+0100' => 'WEST',
			'CET+0100'  => 'CET',
			'CEST+0200' => 'CEST',
			'EET+0200'  => 'EET',
			'EEST+0300' => 'EEST',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);
