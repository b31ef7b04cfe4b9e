package fr.socle.mss.directory.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The directory at one moment.
 *
 * @param people professionals
 * @param situations their activities
 * @param places structures
 * @param changes when each technical identifier last changed
 */
public record Snapshot(
    List<Person> people,
    List<Situation> situations,
    List<Place> places,
    Map<String, Instant> changes) {

  /** Copies the lists. */
  public Snapshot {
    people = List.copyOf(people);
    situations = List.copyOf(situations);
    places = List.copyOf(places);
    changes = Map.copyOf(changes);
  }

  /** When something last changed. */
  public Instant changed(String id) {
    return changes.getOrDefault(id, Instant.EPOCH);
  }

  /** When anything last changed. */
  public Instant changed() {
    return changes.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
