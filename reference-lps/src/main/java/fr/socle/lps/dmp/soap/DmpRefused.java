package fr.socle.lps.dmp.soap;

import java.util.List;

/** The DMP answered and refused; the message is French, for the user. */
public final class DmpRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final List<String> codes;

  /**
   * @param codes the codes it gave, possibly none
   * @param message what to tell the user
   */
  public DmpRefused(List<String> codes, String message) {
    super(message);
    this.codes = List.copyOf(codes);
  }

  /** Whether one of its codes is this one. */
  public boolean says(String code) {
    return codes.contains(code);
  }

  public List<String> codes() {
    return codes;
  }

  /** What to tell the user. */
  public String told() {
    return String.valueOf(getMessage());
  }
}
