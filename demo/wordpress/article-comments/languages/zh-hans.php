<?php
/**
 * The section in the language "zh-Hans". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'zh-Hans',
		'dir'              => 'ltr',
		'heading'          => '评论（%s）',
		'policy'           => '欢迎围绕文章发表有见地的评论。如果某条评论含有辱骂内容或偏离主题，请举报，编辑会进行查看。',
		'policyLink'       => '评论规则',
		'closed'           => '评论已关闭。文章发布后的一段时间内可以发表评论。',
		'empty'            => '还没有评论。您怎么看？',
		'emptyClosed'      => '没有人发表评论。',
		'order'            => '排序',
		'oldest'           => '最早',
		'newest'           => '最新',
		'commentBy'        => '%s 的评论',
		'replyBy'          => '%1$s 对 %2$s 的回复',
		'inReplyTo'        => '回复 %s',
		'inReplyToUnknown' => '回复一条未显示的评论',
		'timeOf'           => '%1$s：%2$s 的评论',
		'anonymous'        => '匿名',
		'author'           => '作者',
		'staff'            => '工作人员',
		'edited'           => '已编辑',
		'report'           => '举报',
		'reportShort'      => '举报',
		'reply'            => '回复',
		'hideReplies'      => '收起回复',
		'more'             => '更多',
		'moreReplies'      => '加载更多回复',
		'loadMore'         => '加载更多评论',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{year}年{month}月{day}日 {timeZoneName} {hour}:{minute}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => ',',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(
		'hk' => array(
			'pattern' => '{year}年{month}月{day}日 {timeZoneName}{dayPeriod}{hour}:{minute}',
			'hour'    => 'g',
			'periods' => array(
				0  => '上午',
				12 => '下午',
			),
		),
		'mo' => 'hk',
		'my' => 'hk',
		'sg' => array(
			'pattern' => '{year}年{month}月{day}日 {timeZoneName}{dayPeriod}{hour}:{minute}',
			'hour'    => 'g',
			'periods' => array(
				0  => '上午',
				12 => '下午',
			),
			'zones'   => array(
				'Asia/Kuala_Lumpur+0800' => 'MYT',
				'Asia/Kuching+0800'      => 'MYT',
				'Asia/Singapore+0800'    => 'SGT',
			),
		),
	),
);
