<?php
/**
 * The section in the language "fr". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'fr',
		'dir'              => 'ltr',
		'heading'          => 'Commentaires (%s)',
		'policy'           => 'Les commentaires doivent enrichir l’article. Si l’un d’eux est injurieux ou hors sujet, signalez-le et la rédaction l’examinera.',
		'policyLink'       => 'Notre charte des commentaires',
		'closed'           => 'Les commentaires sont maintenant fermés. Ils restent ouverts pendant une durée limitée après la publication.',
		'empty'            => "Aucun commentaire pour l’instant. Qu’en pensez-vous\u{202f}?",
		'emptyClosed'      => 'Aucun commentaire n’a été publié.',
		'order'            => 'Trier par',
		'oldest'           => 'Plus anciens',
		'newest'           => 'Plus récents',
		'commentBy'        => 'Commentaire écrit par %s',
		'replyBy'          => 'Réponse écrite par %1$s à %2$s',
		'inReplyTo'        => 'en réponse à %s',
		'inReplyToUnknown' => 'en réponse à un commentaire qui n’est pas affiché',
		'timeOf'           => "%1\$s\u{a0}: commentaire écrit par %2\$s",
		'anonymous'        => 'Anonyme',
		'author'           => 'Auteur',
		'staff'            => 'Rédaction',
		'edited'           => 'modifié',
		'report'           => 'Signaler un abus',
		'reportShort'      => 'Signaler',
		'reply'            => 'Répondre',
		'hideReplies'      => 'Masquer les réponses',
		'more'             => 'Plus',
		'moreReplies'      => 'Voir plus de réponses',
		'loadMore'         => 'Voir plus de commentaires',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.' ),
		'periods'     => array(),
		'separator'   => "\u{202f}",
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'UTC+%s',
		'west'        => 'UTC−%s',
		'eastMinutes' => 'UTC+%s:%s',
		'westMinutes' => 'UTC−%s:%s',
	),
	'regions' => array(
		'ca' => array(
			'pattern'   => '{day} {month} {year}, {hour} h {minute} {timeZoneName}',
			'months'    => array( 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.' ),
			'separator' => "\u{a0}",
			'zones'     => array(
				'NST-0330'                => 'HNT',
				'NDT-0230'                => 'HAT',
				'AST-0400'                => 'HNA',
				'ADT-0300'                => 'HAA',
				'EST-0500'                => 'HNE',
				'EDT-0400'                => 'HAE',
				'CST-0600'                => 'HNC',
				'CDT-0500'                => 'HAC',
				'MST-0700'                => 'HNR',
				'MDT-0600'                => 'HAR',
				'PST-0800'                => 'HNP',
				'PDT-0700'                => 'HAP',
				'America/Dawson-0700'     => 'UTC−7',
				'America/Hermosillo-0700' => 'UTC−7',
				'America/Mazatlan-0700'   => 'UTC−7',
				'America/Whitehorse-0700' => 'UTC−7',
				'America/Miquelon-0300'   => 'HNPM',
				'America/Miquelon-0200'   => 'HAPM',
			),
		),
		'dj' => array(
			'pattern' => '{day} {month} {year}, {hour}:{minute} {dayPeriod} {timeZoneName}',
			'hour'    => 'g',
			'periods' => array(
				0  => 'AM',
				12 => 'PM',
			),
		),
		'dz' => 'dj',
		'gf' => array(
			'zones' => array(
				'America/Cayenne-0300' => 'GFT',
			),
		),
		'lu' => array(
			'separator' => '.',
		),
		'ma' => array(
			'months'    => array( 'jan.', 'fév.', 'mar.', 'avr.', 'mai', 'jui.', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.' ),
			'separator' => '.',
		),
		'mr' => 'dj',
		'sy' => 'dj',
		'td' => 'dj',
		'tn' => 'dj',
		'vu' => 'dj',
	),
);
