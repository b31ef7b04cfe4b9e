package fr.socle.lps.comptes;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The accounts of this software. A professional is recognised by his national identifier and by
 * nothing else (EXI PSC 19, psc.md 4.1 (S: REG)). Only the user's thread uses it.
 */
public final class Accounts {

  private final Defects defects;
  private final Map<String, Account> byId = new LinkedHashMap<>();
  private final Set<String> withdrawn = new HashSet<>();

  public Accounts(Defects defects) {
    this.defects = defects;
  }

  /**
   * An account found or made.
   *
   * @param isNew whether it was made now
   */
  public record Entry(Account account, boolean isNew) {}

  /** The administrator's account for somebody; the one there is, if there is one. */
  public Account create(String nationalId, Particulars who) {
    return find(nationalId, who).orElseGet(() -> add(nationalId, who));
  }

  /** The account of somebody whom Pro Santé Connect has just identified, kept up to date. */
  public Entry of(String nationalId, Particulars who) {
    Optional<Account> known = recognised(nationalId, who);
    if (known.isEmpty()) {
      return new Entry(add(nationalId, who), true);
    }
    Account account = defects.has(Mutant.PSC_PROFIL_FIGE) ? known.get() : known.get().with(who);
    byId.put(account.id(), account);
    return new Entry(account, false);
  }

  /** The account of that national identifier. */
  public Optional<Account> known(String nationalId) {
    return byId.values().stream()
        .filter(account -> account.nationalId().equals(nationalId))
        .findFirst();
  }

  /** The account of that private identifier. */
  public Optional<Account> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Takes the right to use this software away from somebody, known already or not. */
  public void withdraw(String nationalId) {
    withdrawn.add(nationalId);
    byId.values().stream()
        .filter(account -> account.nationalId().equals(nationalId))
        .forEach(account -> withdrawn.add(account.id()));
  }

  /** Whether somebody whom Pro Santé Connect has just identified may use this software. */
  public boolean allows(String nationalId, Particulars who) {
    return !withdrawn.contains(nationalId)
        && recognised(nationalId, who).filter(account -> !allows(account)).isEmpty();
  }

  /** Whether an account is still open. */
  public boolean allows(Account account) {
    return !withdrawn.contains(account.id());
  }

  public void forgetAll() {
    byId.clear();
    withdrawn.clear();
  }

  private Optional<Account> find(String nationalId, Particulars who) {
    return byId.values().stream().filter(same(nationalId, who)).findFirst();
  }

  // A mutant does not see the accounts that an administrator made: they tell no profession yet.
  private Optional<Account> recognised(String nationalId, Particulars who) {
    boolean all = !defects.has(Mutant.PSC_COMPTE_DOUBLON);
    return byId.values().stream()
        .filter(same(nationalId, who))
        .filter(account -> all || !account.profession().isEmpty())
        .findFirst();
  }

  private Predicate<Account> same(String nationalId, Particulars who) {
    Predicate<Account> same = account -> account.nationalId().equals(nationalId);
    if (defects.has(Mutant.PSC_COMPTE_PAR_NOM)) {
      same =
          account ->
              account.familyName().equals(who.familyName())
                  && account.givenName().equals(who.givenName());
    }
    if (defects.has(Mutant.PSC_COMPTE_PAR_COURRIEL) && !who.email().isEmpty()) {
      same = account -> account.email().equals(who.email());
    }
    return same;
  }

  private Account add(String nationalId, Particulars who) {
    Account account =
        new Account(
            "compte-" + (byId.size() + 1),
            nationalId,
            who.familyName(),
            who.givenName(),
            who.profession(),
            who.email());
    byId.put(account.id(), account);
    return account;
  }
}
