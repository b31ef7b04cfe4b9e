package fr.socle.bench.xml;

/**
 * One way in which an element does not follow its schema.
 *
 * @param element where
 * @param rule the rule of XML Schema Part 1 or 2 that failed, such as {@code cvc-pattern-valid}
 * @param sentence what is wrong, in French
 */
public record SchemaFault(XmlElement element, String rule, String sentence) {}
