package fr.socle.dmp.service;

import fr.socle.dmp.service.DmpSettings.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The controls made on one VIHF, and what they found. For one thread. */
public final class Examination {
  private final DmpSettings settings;
  private final Map<VihfControl, String> failed = new EnumMap<>(VihfControl.class);
  private @Nullable DmpFault fault;
  private boolean noting;

  Examination(DmpSettings settings) {
    this.settings = settings;
  }

  /** What the call is refused with. */
  public Optional<DmpFault> fault() {
    return Optional.ofNullable(fault);
  }

  /** What failed, refused or not. */
  public Map<VihfControl, String> failed() {
    return Map.copyOf(failed);
  }

  /** Whether the next controls are to be made. */
  boolean goesOn() {
    return fault == null;
  }

  /** Makes controls that, on a guess, only note what they find. */
  void noting(boolean guess, Runnable controls) {
    noting = guess;
    controls.run();
    noting = false;
  }

  void require(boolean good, VihfControl control, String otherwise) {
    if (!good) {
      fail(control, DmpFault.INVALID_VIHF, otherwise);
    }
  }

  void fail(VihfControl control, String subcode, String why) {
    fail(control, new DmpFault(subcode, why), why);
  }

  /**
   * A control that failed.
   *
   * @param refused what the caller is answered, if he is refused
   * @param why what the journal says, with the mend
   */
  void fail(VihfControl control, DmpFault refused, String why) {
    Severity severity = settings.severity(control);
    if (severity == Severity.OFF || !goesOn()) {
      return;
    }
    failed.putIfAbsent(control, why);
    if (severity == Severity.FAULT && !noting) {
      fault = refused;
    }
  }
}
