package fr.socle.bench.xml;

import org.jspecify.annotations.Nullable;

/**
 * One way in which an element does not follow its schema.
 *
 * @param element where
 * @param rule the rule of XML Schema Part 1 or 2 that failed, such as {@code cvc-pattern-valid}
 * @param sentence what is wrong, in French
 * @param unknownAttribute the attribute that the schema does not know, when that is what is wrong
 */
public record SchemaFault(
    XmlElement element, String rule, String sentence, @Nullable XmlAttribute unknownAttribute) {}
