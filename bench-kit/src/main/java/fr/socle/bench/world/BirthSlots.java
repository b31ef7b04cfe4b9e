package fr.socle.bench.world;

import java.util.List;

/**
 * Hands out years, months and places of birth with an order number, never the same four twice, so
 * that the matricules of a space never collide. The order numbers of a family are cut in roles: a
 * twin or a former number has the slot of its subject and the order of its role.
 *
 * @param seed shuffles the slots
 * @param firstOrder first order number
 * @param ordersPerRole how many order numbers each role has
 * @param months months of birth allowed
 * @param places COG codes allowed
 * @param years years of birth allowed
 */
record BirthSlots(
    long seed,
    int firstOrder,
    int ordersPerRole,
    List<Integer> months,
    List<String> places,
    Years years) {
  static final List<Integer> ALL_MONTHS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  // Less than a century: the matricule has the last two digits of the year only.
  static final Years LIFETIMES = new Years(1920, 95);
  // Minors until 2034, old enough to come alone.
  static final Years CHILDHOOD = new Years(2016, 5);

  BirthSlots {
    months = List.copyOf(months);
    places = List.copyOf(places);
  }

  /** Of anybody. */
  BirthSlots(
      long seed, int firstOrder, int ordersPerRole, List<Integer> months, List<String> places) {
    this(seed, firstOrder, ordersPerRole, months, places, LIFETIMES);
  }

  /** Years that follow each other. */
  record Years(int first, int count) {}

  long capacity() {
    return (long) years.count() * months.size() * places.size() * ordersPerRole;
  }

  /**
   * The slot of an index.
   *
   * @throws IllegalArgumentException in French, past the capacity
   */
  BirthSlot at(long index) {
    if (index < 0 || index >= capacity()) {
      throw new IllegalArgumentException(
          "Identité n° "
              + index
              + " hors limites ("
              + capacity()
              + " au plus) : réinitialisez l'espace pour repartir de zéro.");
    }
    long rest = Mixing.shuffle(seed, index, capacity());
    int place = (int) (rest % places.size());
    rest /= places.size();
    int month = months.get((int) (rest % months.size()));
    rest /= months.size();
    int year = years.first() + (int) (rest % years.count());
    rest /= years.count();
    return new BirthSlot(this, year, month, place, firstOrder + (int) rest);
  }

  /** One slot. */
  record BirthSlot(BirthSlots slots, int year, int month, int placeIndex, int order) {
    String place() {
      return slots.places.get(placeIndex);
    }

    /** The same slot at the next place; the same shift for all keeps them apart. */
    BirthSlot elsewhere() {
      return new BirthSlot(slots, year, month, (placeIndex + 1) % slots.places.size(), order);
    }

    Matricule matricule(Sex sex, Role role) {
      return Matricule.withComputedKey(
          (sex == Sex.M ? "1" : "2")
              + Digits.padded(year % 100, 2)
              + Digits.padded(month, 2)
              + place()
              + Digits.padded(order + role.rank * slots.ordersPerRole, 3));
    }
  }

  /** Whose matricule, in a family. */
  enum Role {
    SUBJECT(0),
    COMPANION(1),
    FORMER(2),
    EARLIER(3);

    static final int COUNT = 4;

    private final int rank;

    Role(int rank) {
      this.rank = rank;
    }
  }
}
