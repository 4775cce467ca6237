<?php
/**
 * The section in the language "it". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'it',
		'dir'              => 'ltr',
		'heading'          => 'Commenti (%s)',
		'policy'           => 'I commenti dovrebbero arricchire l’articolo. Se un commento è offensivo o fuori tema, può segnalarlo: la redazione lo esaminerà.',
		'policyLink'       => 'Le nostre regole per i commenti',
		'closed'           => 'I commenti sono chiusi. Restano aperti per un periodo limitato dopo la pubblicazione.',
		'empty'            => 'Ancora nessun commento. Qual è la sua opinione?',
		'emptyClosed'      => 'Non è stato pubblicato alcun commento.',
		'order'            => 'Ordina per',
		'oldest'           => 'Meno recenti',
		'newest'           => 'Più recenti',
		'commentBy'        => 'Commento di %s',
		'replyBy'          => 'Risposta di %1$s a %2$s',
		'inReplyTo'        => 'in risposta a %s',
		'inReplyToUnknown' => 'in risposta a un commento non visualizzato',
		'timeOf'           => '%1$s: commento di %2$s',
		'anonymous'        => 'Anonimo',
		'author'           => 'Autore',
		'staff'            => 'Redazione',
		'edited'           => 'modificato',
		'report'           => 'Segnala abuso',
		'reportShort'      => 'Segnala',
		'reply'            => 'Rispondi',
		'hideReplies'      => 'Nascondi risposte',
		'more'             => 'Altro',
		'moreReplies'      => 'Carica altre risposte',
		'loadMore'         => 'Carica altri commenti',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic' ),
		'periods'     => array(),
		'separator'   => '.',
		'least'       => 5,
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
	'regions' => array(
		'ch' => array(
			'separator' => '\'',
		),
	),
);
