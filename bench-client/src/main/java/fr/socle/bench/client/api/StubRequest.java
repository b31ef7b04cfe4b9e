package fr.socle.bench.client.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Puts a WireMock stub in front of a service.
 *
 * @param service name of the service
 * @param mapping stub mapping in WireMock's JSON
 */
public record StubRequest(String service, JsonNode mapping) {}
