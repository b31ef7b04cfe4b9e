package fr.socle.mss.service;

import fr.socle.bench.world.Matricule;
import java.util.Locale;
import java.util.regex.Pattern;

/** The address of a citizen: the matricule INS and its key (mssante.md 1.2). */
public final class CitizenAddress {
  private static final Pattern LOCAL = Pattern.compile("[0-9][0-9AB]{14}");

  private CitizenAddress() {}

  /** Whether an address is in the domain of citizens. */
  public static boolean isOne(String address) {
    return Mailbox.domainOf(address).equals(WhiteList.CITIZENS);
  }

  /** Whether what stands before the {@code @} cannot be a matricule and its key. */
  public static boolean isMalformed(String address) {
    String local = address.substring(0, address.indexOf('@')).toUpperCase(Locale.ROOT);
    if (!LOCAL.matcher(local).matches()) {
      return true;
    }
    String number = local.substring(0, 13);
    return Matricule.isWellBuilt(number)
        && Matricule.problem(number, local.substring(13)).isPresent();
  }
}
