package org.congvan

import java.lang.reflect.Constructor
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.lang.reflect.Type
import java.time.LocalDate
import java.time.OffsetDateTime

/** A call of the library: whose it is, which one, the types of what it takes. */
internal class Call(val owner: String, val name: String, val types: List<Type>, val run: (Array<Any?>) -> Any?) {
    /** Its name as the library has it, whatever the language: small letters alone. */
    val key: String
        // What takes an unsigned number has a hash behind its name.
        get() = (owner + name.substringBefore('-')).lowercase()
}

/** What is exported, found by itself. */
internal object Exported {
    /** Every function, and of the objects given every constructor, by name or not, and every method. */
    fun calls(objects: List<Any>): List<Call> {
        val functions = offered(Class.forName("org.congvan.CongvanKt")).filter { Modifier.isStatic(it.modifiers) }
        return functions.map { call("", it, null) } + objects.flatMap { constructors(it) + methods(it) }
    }

    /** The names, as [Call.key] has them, of everything that is called in the native library; the probes are no part of what is offered. */
    fun inTheLibrary(): Set<String> {
        val symbol = Regex("uniffi_congvan_ffi_fn_(?:func|constructor|method)_(\\w+)")
        val found = Class.forName("org.congvan.UniffiLib").declaredMethods.mapNotNull { symbol.matchEntire(it.name)?.groupValues?.get(1) }
        return found.filter { !it.startsWith("probe") }.map { it.replace("_", "") }.toSet()
    }

    /** The names of the methods that a host implements. */
    fun ofTheHost(type: Class<*>): List<String> = offered(type).map { call(type.simpleName, it, null).key }

    /** A value of a type that is nobody's: a number, a day, an instant, a list, the first of an enumeration; none where one has to be given. */
    fun plain(type: Class<*>): Any? = when {
        type == List::class.java -> emptyList<Any>()
        type == ByteArray::class.java -> ByteArray(0)
        type == Int::class.javaPrimitiveType || type == Int::class.javaObjectType -> 1
        type == Long::class.javaPrimitiveType -> 1L
        type == Short::class.javaPrimitiveType -> 1.toShort()
        type == LocalDate::class.java -> Small.day.toLocalDate()
        type == OffsetDateTime::class.java -> Small.later
        type.isEnum -> type.enumConstants.first()
        else -> null
    }

    private fun methods(given: Any): List<Call> =
        offered(Class.forName(given.javaClass.name + "Interface")).map { call(given.javaClass.simpleName, it, given) }

    private fun constructors(given: Any): List<Call> {
        val type = given.javaClass
        val companion = runCatching { type.getField("Companion").get(null) }.getOrNull()
        val named = companion?.let { offered(it.javaClass) }.orEmpty().map { call(type.simpleName, it, companion) }
        val plain = type.constructors.filter(::isOffered).map { constructor ->
            Call(type.simpleName, "new", constructor.genericParameterTypes.toList()) { constructor.newInstance(*it) }
        }
        return named + plain
    }

    private fun call(owner: String, method: Method, on: Any?): Call =
        Call(owner, method.name, method.genericParameterTypes.toList()) { method.invoke(on, *it) }

    private fun offered(type: Class<*>): List<Method> = type.declaredMethods.filter { method ->
        Modifier.isPublic(method.modifiers) && '$' !in method.name && listOf("uniffi", "probe").none(method.name::startsWith)
    }

    /** Whether it is none of those by which an object is made of its handle, or a default is filled in. */
    private fun isOffered(constructor: Constructor<*>): Boolean =
        constructor.parameterTypes.none { it.simpleName in setOf("UniffiWithHandle", "NoHandle", "DefaultConstructorMarker") }
}
