package fr.socle.bench.session;

/** What a session waits for: the next unit the client has to send. */
public sealed interface Awaits {

  /**
   * A line, its end included: everything up to the next LF.
   *
   * @param most bytes of the longest one; a longer one is told as soon as it is too long
   */
  record Line(int most) implements Awaits {}

  /**
   * A number of bytes, such as an IMAP literal.
   *
   * @param count how many, at least one
   */
  record Bytes(long count) implements Awaits {
    /** Refuses to wait for nothing. */
    public Bytes {
      if (count < 1) {
        throw new IllegalArgumentException("count " + count);
      }
    }
  }

  /**
   * Everything up to a mark, the mark included, such as the data of an SMTP message.
   *
   * @param mark ASCII
   * @param seen how many characters of the mark count as already sent: the end of the line before
   * @param most bytes that are kept; what is beyond is read and dropped
   */
  record Until(String mark, int seen, long most) implements Awaits {}
}
