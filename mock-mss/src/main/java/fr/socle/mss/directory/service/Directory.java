package fr.socle.mss.directory.service;

import fr.socle.bench.world.Activity;
import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.Professional;
import fr.socle.bench.world.Structure;
import fr.socle.bench.world.WorldStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a space: its professionals, the structures they work in, the mailboxes. It holds
 * nothing of its own but when what it showed last changed. Safe for use by several threads.
 */
public final class Directory {
  private static final int PAGE = 500;

  private final WorldStore world;
  private final Supplier<List<DirectoryMailbox>> mailboxes;
  private final Clock clock;
  private final Map<String, Seen> seen = new HashMap<>();

  /** What was shown, and since when. */
  private record Seen(Object value, Instant since) {}

  /**
   * The directory of a space.
   *
   * @param world people of the space
   * @param mailboxes mailboxes as they are now
   */
  public Directory(WorldStore world, Supplier<List<DirectoryMailbox>> mailboxes, Clock clock) {
    this.world = world;
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  /** The directory as it is now, without what is on the red list. */
  public Snapshot published() {
    return snapshot(false);
  }

  /** The directory as it is now. */
  public Snapshot whole() {
    return snapshot(true);
  }

  private Snapshot snapshot(boolean redListToo) {
    List<DirectoryMailbox> known =
        mailboxes.get().stream()
            .filter(each -> redListToo || !each.publication().redList())
            .toList();
    Map<String, Place> places = new LinkedHashMap<>();
    List<Person> people = new ArrayList<>();
    List<Situation> situations = new ArrayList<>();
    for (Professional professional : professionals()) {
      if (professional.recorded()) {
        describe(professional, known, places, people, situations);
      }
    }
    List<Place> all = List.copyOf(places.values());
    return new Snapshot(people, situations, all, dated(people, situations, all));
  }

  private List<Professional> professionals() {
    List<Professional> all = new ArrayList<>();
    String last = null;
    while (true) {
      List<Professional> some = world.professionals(last, PAGE);
      all.addAll(some);
      if (some.size() < PAGE) {
        return all;
      }
      last = some.get(some.size() - 1).nationalId().value();
    }
  }

  private static void describe(
      Professional professional,
      List<DirectoryMailbox> known,
      Map<String, Place> places,
      List<Person> people,
      List<Situation> situations) {
    String national = professional.nationalId().value();
    String end = plain(national);
    List<DirectoryMailbox> own =
        known.stream()
            .filter(each -> !each.kind().isOfStructure() && each.holder().equals(national))
            .toList();
    Person person =
        new Person(
            "003-" + end,
            professional,
            own.stream().filter(each -> each.structure().isEmpty()).toList());
    people.add(person);
    int number = 0;
    for (Exercise exercise : professional.exercises()) {
      for (Activity activity : exercise.activities()) {
        number++;
        Place place = place(activity, known, places);
        List<DirectoryMailbox> there =
            own.stream()
                .filter(each -> each.structure().equals(activity.structure().technicalId()))
                .toList();
        situations.add(
            new Situation("005-" + end + "-" + number, person, exercise, activity, place, there));
      }
    }
  }

  private static Place place(
      Activity activity, List<DirectoryMailbox> known, Map<String, Place> places) {
    Structure structure = activity.structure();
    String id = "001-" + plain(structure.technicalId());
    Place there = places.get(id);
    if (there != null) {
      return there;
    }
    Place place =
        new Place(
            id,
            structure,
            false,
            legalEntity(structure, places),
            activity.sector(),
            known.stream()
                .filter(
                    each ->
                        each.kind().isOfStructure()
                            && each.structure().equals(structure.technicalId()))
                .toList());
    places.put(id, place);
    return place;
  }

  /** The legal entity of an establishment, which has nothing but its number. */
  private static String legalEntity(Structure structure, Map<String, Place> places) {
    String number = structure.legalFiness();
    if (number.isEmpty()) {
      return "";
    }
    String id = "001-J" + plain(number);
    Structure legal =
        Structure.establishment(
            number, "", structure.businessName() + " (ENTITE JURIDIQUE)", structure.address());
    places.putIfAbsent(id, new Place(id, legal, true, "", "", List.of()));
    return id;
  }

  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9.-]", "-");
  }

  private Map<String, Instant> dated(
      List<Person> people, List<Situation> situations, List<Place> places) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<String, Instant> dates = new HashMap<>();
    synchronized (seen) {
      people.forEach(each -> dates.put(each.id(), since(each.id(), each, now)));
      situations.forEach(each -> dates.put(each.id(), since(each.id(), each, now)));
      places.forEach(each -> dates.put(each.id(), since(each.id(), each, now)));
      seen.keySet().retainAll(dates.keySet());
    }
    return dates;
  }

  private Instant since(String id, Object value, Instant now) {
    @Nullable Seen before = seen.get(id);
    if (before != null && before.value().equals(value)) {
      return before.since();
    }
    seen.put(id, new Seen(value, now));
    return now;
  }
}
