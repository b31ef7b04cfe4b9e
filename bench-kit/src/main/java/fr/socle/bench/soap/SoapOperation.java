package fr.socle.bench.soap;

import javax.xml.namespace.QName;

/**
 * An operation a service knows.
 *
 * @param name its name in the WSDL
 * @param action its SOAP action, also its {@code wsa:Action}
 * @param body the element its request body holds
 */
public record SoapOperation(String name, String action, QName body) {}
