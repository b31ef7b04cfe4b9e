package fr.socle.bench.world;

import fr.socle.bench.world.BirthSlots.BirthSlot;
import fr.socle.bench.world.BirthSlots.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes people in number, household by household, each from its own position: any of them can be
 * written again without the others. Oddities come at fixed rates.
 */
final class Population {
  // Four roles of 150: order numbers 1 to 600. Personas have those above.
  private static final int ORDERS_PER_ROLE = 150;

  private static final String PREFIX = "population-";
  private static final Pattern ID = Pattern.compile(PREFIX + "(\\d{7,12})(-b)?");

  private final long seed;
  private final InsOidPolicy oids;
  private final FictitiousNames names;
  private final BirthSlots slots;

  Population(long seed, InsOidPolicy oids) {
    this.seed = seed;
    this.oids = oids;
    this.names = new FictitiousNames(seed);
    List<String> places = new ArrayList<>(BirthPlaces.FRANCE);
    places.add(BirthPlaces.AJACCIO);
    places.addAll(BirthPlaces.HAUTE_CORSE);
    places.addAll(BirthPlaces.ABROAD);
    this.slots = new BirthSlots(seed, 1, ORDERS_PER_ROLE, BirthSlots.ALL_MONTHS, places);
  }

  /** The first people, as many as asked. */
  Stream<Patient> first(long count) {
    return LongStream.range(0, count).boxed().flatMap(i -> household(i).stream()).limit(count);
  }

  /** The household of someone's id, -1 when the id is not one of a population. */
  static long householdOf(String id) {
    Matcher of = ID.matcher(id);
    return of.matches() ? Long.parseLong(of.group(1)) : -1;
  }

  /**
   * The first household that may hold an id past this one: its own, since the companion comes after
   * the subject.
   */
  static long firstHouseholdAfter(@Nullable String id) {
    if (id == null || id.compareTo(PREFIX) < 0) {
      return 0;
    }
    long household = householdOf(id);
    return household >= 0 ? household : id.startsWith(PREFIX) ? 0 : Long.MAX_VALUE;
  }

  /** One person, or a pair of twins, or two homonyms. */
  List<Patient> household(long index) {
    Random random = new Random(Mixing.mix(seed, index, 1));
    BirthSlot slot = slots.at(index);
    Sex sex = random.nextBoolean() ? Sex.F : Sex.M;
    String id = PREFIX + Digits.padded(index, 7);
    StrictTraits traits = traits(slot, sex, random);
    Patient subject = person(id, traits, slot, Role.SUBJECT, random);
    String companionId = id + "-b";
    return switch ((int) (index % 50)) {
      case 7 ->
          List.of(
              subject.withTwin(companionId), twin(companionId, traits, slot, random).withTwin(id));
      case 17 ->
          List.of(
              subject.withHomonym(companionId),
              homonym(companionId, traits, slot, random).withHomonym(id));
      case 27 -> List.of(subject.withoutIns());
      case 37 ->
          List.of(
              Patient.known(
                  id, null, traits, new Ins(slot.matricule(sex, Role.SUBJECT), InsOid.NIA)));
      default -> List.of(subject);
    };
  }

  private Patient person(String id, StrictTraits traits, BirthSlot slot, Role role, Random random) {
    Patient patient =
        Patient.known(id, null, traits, new Ins(slot.matricule(traits.sex(), role), oids.oid()));
    return random.nextInt(5) == 0
        ? patient.withUsedName(new UsedName(names.familyName(random), traits.firstBirthFirstName()))
        : patient;
  }

  private Patient twin(String id, StrictTraits of, BirthSlot slot, Random random) {
    Sex sex = random.nextBoolean() ? of.sex() : of.sex().other();
    List<String> firstNames =
        names.firstNames(sex, 6, random).stream()
            .filter(firstName -> !of.birthFirstNames().contains(firstName))
            .limit(2)
            .toList();
    StrictTraits traits =
        new StrictTraits(of.birthName(), firstNames, sex, of.birthDate(), of.birthPlace());
    return person(id, traits, slot, Role.COMPANION, random);
  }

  private Patient homonym(String id, StrictTraits of, BirthSlot slot, Random random) {
    StrictTraits traits =
        new StrictTraits(
            of.birthName(),
            of.birthFirstNames(),
            of.sex(),
            of.birthDate(),
            slot.elsewhere().place());
    return person(id, traits, slot.elsewhere(), Role.COMPANION, random);
  }

  private StrictTraits traits(BirthSlot slot, Sex sex, Random random) {
    boolean lunar = random.nextInt(40) == 0 && LunarDates.MONTHS.contains(slot.month());
    String date =
        lunar
            ? LunarDates.in(slot.year(), slot.month())
            : Digits.date(slot.year(), slot.month(), 1 + random.nextInt(28));
    return new StrictTraits(birthName(random), firstNames(sex, random), sex, date, slot.place());
  }

  private String birthName(Random random) {
    String name = names.familyName(random);
    return switch (random.nextInt(25)) {
      case 0 -> name + "-" + names.familyName(random);
      case 1 -> "DE LA " + name;
      case 2 -> "D'" + name;
      case 3 -> name + "--" + names.familyName(random);
      default -> name;
    };
  }

  private List<String> firstNames(Sex sex, Random random) {
    List<String> chosen = new ArrayList<>(names.firstNames(sex, 1 + random.nextInt(4), random));
    if (random.nextInt(12) == 0) {
      chosen.set(0, (sex == Sex.F ? "MARIE-" : "JEAN-") + chosen.get(0));
    }
    return chosen;
  }
}
