/** What is told to people, in Vietnamese or English. */
@file:JvmName("Messages")

package org.congvan

/** The reasons of a refusal, most basic first; empty when the exception is no refusal. */
public val CongvanException.reasons: List<RefusalReason>
    get() = (this as? CongvanException.Refused)?.reasons ?: emptyList()

/** What went wrong and what to do, in `vi` or `en`; several reasons stand on a line each. */
@Throws(CongvanException::class)
public fun CongvanException.message(lang: String): String = describe(this, langOf(lang))

/** What went wrong and what to do, in one language; several reasons stand on a line each. */
@Throws(CongvanException::class)
public fun CongvanException.message(lang: Lang): String = describe(this, lang)

/** The text in `vi` or `en`. */
public operator fun Text.get(lang: String): String = get(langOf(lang))

/** The text in one language. */
public operator fun Text.get(lang: Lang): String =
    when (lang) {
        Lang.VI -> vi
        Lang.EN -> en
    }

private fun langOf(name: String): Lang =
    when (name) {
        "vi" -> Lang.VI
        "en" -> Lang.EN
        else -> throw IllegalArgumentException("`$name` is no language of the library; expected `vi` or `en`")
    }
