package fr.socle.dmp.service;

/**
 * A code of a code system, as Role and PurposeOfUse carry it (dmp.md 2.3). Empty when unwritten.
 *
 * @param element local name of the element it stood in
 * @param code code
 * @param codeSystem OID of the system
 * @param codeSystemName name of the system
 * @param displayName label
 */
public record CodedValue(
    String element, String code, String codeSystem, String codeSystemName, String displayName) {}
