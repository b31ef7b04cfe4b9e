package fr.socle.psc.proxy.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The softwares the proxy knows: preset, and added since. Thread-safe. */
public final class Softwares {
  private final Map<String, Software> preset = new LinkedHashMap<>();
  private final Map<String, Software> added = new LinkedHashMap<>();

  /** Opens with these, which a reset keeps. */
  public Softwares(List<Software> preset) {
    preset.forEach(software -> this.preset.put(software.clientId(), software));
  }

  /** A software by its client id. */
  public synchronized Optional<Software> find(String clientId) {
    Software software = added.get(clientId);
    return Optional.ofNullable(software == null ? preset.get(clientId) : software);
  }

  /** Declares a software, or declares it anew. */
  public synchronized void add(Software software) {
    added.put(software.clientId(), software);
  }

  /** All of them, the first ones first. */
  public synchronized List<Software> all() {
    Map<String, Software> all = new LinkedHashMap<>(preset);
    all.putAll(added);
    return new ArrayList<>(all.values());
  }

  synchronized void reset() {
    added.clear();
  }
}
