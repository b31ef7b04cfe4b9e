package fr.socle.psc.service;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry beyond a number: a bench runs for days. Not thread-safe. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private final int kept;

  /** An empty map that keeps so many entries. */
  public BoundedMap(int kept) {
    this.kept = kept;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > kept;
  }
}
