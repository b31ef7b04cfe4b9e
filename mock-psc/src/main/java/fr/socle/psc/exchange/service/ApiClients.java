package fr.socle.psc.exchange.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers known to the authorization servers: preset, and added since. Thread-safe. */
public final class ApiClients {
  private final Map<String, ApiClient> preset = new LinkedHashMap<>();
  private final Map<String, ApiClient> added = new LinkedHashMap<>();

  /** Opens with these, which a reset keeps. */
  public ApiClients(List<ApiClient> preset) {
    preset.forEach(client -> this.preset.put(client.clientId(), client));
  }

  /** A caller by its identifier. */
  public synchronized Optional<ApiClient> find(String clientId) {
    ApiClient client = added.get(clientId);
    return Optional.ofNullable(client == null ? preset.get(clientId) : client);
  }

  /** Declares a caller, or declares it anew. */
  public synchronized void add(ApiClient client) {
    added.put(client.clientId(), client);
  }

  /** All of them, the first ones first. */
  public synchronized List<ApiClient> all() {
    Map<String, ApiClient> all = new LinkedHashMap<>(preset);
    all.putAll(added);
    return new ArrayList<>(all.values());
  }

  /** Forgets those that were added. */
  public synchronized void reset() {
    added.clear();
  }
}
