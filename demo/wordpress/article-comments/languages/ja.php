<?php
/**
 * The section in the language "ja". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'ja',
		'dir'              => 'ltr',
		'heading'          => 'コメント（%s）',
		'policy'           => 'コメントでは、記事の理解を深める経験や意見、情報をお寄せください。誹謗中傷や記事と関係のないコメントを見かけたら、報告してください。編集部が確認します。',
		'policyLink'       => 'コメントポリシー',
		'closed'           => 'コメントの受け付けは終了しました。コメントは記事の公開後、一定期間受け付けています。',
		'empty'            => 'コメントはまだありません。ご意見をお聞かせください。',
		'emptyClosed'      => 'コメントの投稿はありませんでした。',
		'order'            => '並べ替え',
		'oldest'           => '古い順',
		'newest'           => '新しい順',
		'commentBy'        => '%sさんのコメント',
		'replyBy'          => '%1$sさんから%2$sさんへの返信',
		'inReplyTo'        => '%sさんへの返信',
		'inReplyToUnknown' => '表示されていないコメントへの返信',
		'timeOf'           => '%1$s：%2$sさんのコメント',
		'anonymous'        => '匿名',
		'author'           => '筆者',
		'staff'            => 'スタッフ',
		'edited'           => '編集済み',
		'report'           => '違反を報告',
		'reportShort'      => '報告',
		'reply'            => '返信',
		'hideReplies'      => '返信を非表示',
		'more'             => 'その他',
		'moreReplies'      => '返信をさらに読み込む',
		'loadMore'         => 'コメントをさらに読み込む',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{year}年{month}月{day}日 {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'G',
		'months'      => array( '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => ',',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'JST+0900' => 'JST',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);
