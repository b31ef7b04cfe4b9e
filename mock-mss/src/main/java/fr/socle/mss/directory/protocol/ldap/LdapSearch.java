package fr.socle.mss.directory.protocol.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.SearchEntryParer;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import fr.socle.mss.directory.service.Directory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches the directory.
 *
 * @param directory the directory
 * @param limit entries that a search, or a page of it, gives at most
 * @param startTls whether TLS can still begin
 */
record LdapSearch(Directory directory, int limit, boolean startTls) {

  /**
   * What was found.
   *
   * @param messages to send, the last one being the result
   * @param code result code
   * @param entries how many entries
   */
  record Result(List<LDAPMessage> messages, ResultCode code, int entries) {}

  Result run(int id, SearchRequestProtocolOp asked, List<Control> controls) {
    try {
      return found(id, asked, page(controls));
    } catch (LDAPException e) {
      return over(id, new ArrayList<>(), e.getResultCode(), e.getMessage(), null);
    }
  }

  private Result found(
      int id, SearchRequestProtocolOp asked, @Nullable SimplePagedResultsControl page)
      throws LDAPException {
    DN base = new DN(asked.getBaseDN());
    List<Entry> all = entries(asked, base);
    if (all.stream().noneMatch(each -> is(each, base))) {
      return over(id, new ArrayList<>(), ResultCode.NO_SUCH_OBJECT, "", null);
    }
    List<Entry> matches = new ArrayList<>();
    for (Entry each : all) {
      if (each.matchesBaseAndScope(base, asked.getScope())
          && asked.getFilter().matchesEntry(each)) {
        matches.add(each);
      }
    }
    int from = page == null ? 0 : offset(page.getCookie(), matches.size());
    int most = asked.getSizeLimit() == 0 ? limit : Math.min(limit, asked.getSizeLimit());
    int size = page == null ? most : Math.min(most, page.getSize());
    int to = Math.min(matches.size(), from + size);
    List<LDAPMessage> messages = new ArrayList<>();
    SearchEntryParer chosen = new SearchEntryParer(asked.getAttributes(), null);
    for (Entry each : matches.subList(from, to)) {
      Entry shown = chosen.pareEntry(each);
      messages.add(
          new LDAPMessage(
              id,
              new SearchResultEntryProtocolOp(asked.typesOnly() ? withoutValues(shown) : shown)));
    }
    if (page != null) {
      return over(
          id,
          messages,
          ResultCode.SUCCESS,
          null,
          new SimplePagedResultsControl(
              matches.size(),
              to < matches.size() ? new ASN1OctetString(Integer.toString(to)) : null));
    }
    return over(
        id,
        messages,
        to < matches.size() ? ResultCode.SIZE_LIMIT_EXCEEDED : ResultCode.SUCCESS,
        null,
        null);
  }

  private List<Entry> entries(SearchRequestProtocolOp asked, DN base) {
    return base.isNullDN() && asked.getScope().equals(SearchScope.BASE)
        ? List.of(Entries.aboutTheServer(startTls))
        : Entries.of(directory.published());
  }

  private static boolean is(Entry entry, DN base) {
    try {
      return entry.getParsedDN().equals(base);
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Entry withoutValues(Entry entry) {
    return new Entry(
        entry.getDN(),
        entry.getAttributes().stream().map(each -> new Attribute(each.getName())).toList());
  }

  private static @Nullable SimplePagedResultsControl page(List<Control> controls)
      throws LDAPException {
    SimplePagedResultsControl page = null;
    for (Control each : controls) {
      if (each.getOID().equals(Entries.PAGED)) {
        page =
            each instanceof SimplePagedResultsControl known
                ? known
                : new SimplePagedResultsControl(each.getOID(), each.isCritical(), each.getValue());
      } else if (each.isCritical()) {
        throw new LDAPException(
            ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "Control " + each.getOID());
      }
    }
    return page;
  }

  private static int offset(@Nullable ASN1OctetString cookie, int size) throws LDAPException {
    String text = cookie == null ? "" : cookie.stringValue();
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "Unknown cookie");
    }
    return Math.min(size, Integer.parseInt(text));
  }

  static Result over(
      int id,
      List<LDAPMessage> messages,
      ResultCode code,
      @Nullable String diagnostic,
      @Nullable Control control) {
    int entries = messages.size();
    messages.add(
        new LDAPMessage(
            id,
            new SearchResultDoneProtocolOp(code.intValue(), null, diagnostic, null),
            control == null ? List.of() : List.of(control)));
    return new Result(messages, code, entries);
  }
}
