package fr.socle.psc.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients declared in a space: those it was opened with and those added since. Thread-safe. */
public final class RelyingParties {
  private final Map<String, RelyingParty> preset = new LinkedHashMap<>();
  private final Map<String, RelyingParty> added = new LinkedHashMap<>();

  /** Opens with these clients, which a reset keeps. */
  public RelyingParties(List<RelyingParty> preset) {
    preset.forEach(client -> this.preset.put(client.clientId(), client));
  }

  /** A client by its identifier. */
  public synchronized Optional<RelyingParty> find(String clientId) {
    RelyingParty client = added.get(clientId);
    return Optional.ofNullable(client == null ? preset.get(clientId) : client);
  }

  /** Declares a client, or declares it anew. */
  public synchronized void add(RelyingParty client) {
    added.put(client.clientId(), client);
  }

  /** All the clients, the first ones first. */
  public synchronized List<RelyingParty> all() {
    Map<String, RelyingParty> all = new LinkedHashMap<>(preset);
    all.putAll(added);
    return new ArrayList<>(all.values());
  }

  /** Forgets those that were added. */
  public synchronized void reset() {
    added.clear();
  }
}
