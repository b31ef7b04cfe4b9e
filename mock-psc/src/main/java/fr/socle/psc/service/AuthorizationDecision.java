package fr.socle.psc.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the browser of an authorization request gets. */
public sealed interface AuthorizationDecision {

  /** The client, when it is known. */
  @Nullable RelyingParty client();

  /**
   * A page that says no, without redirect.
   *
   * @param client client, when known
   * @param error why
   */
  record ErrorPage(@Nullable RelyingParty client, OidcError error)
      implements AuthorizationDecision {}

  /**
   * The login page.
   *
   * @param request the request it serves
   * @param ticket what the form of the page gives back
   * @param notice what the page has to say beside, French; absent the first time
   */
  record LoginPage(AuthorizationRequest request, String ticket, @Nullable String notice)
      implements AuthorizationDecision {
    @Override
    public RelyingParty client() {
      return request.client();
    }
  }

  /**
   * A redirect with an error.
   *
   * @param client client
   * @param to where and how
   * @param error the error
   */
  record ErrorRedirect(RelyingParty client, Redirect to, OidcError error)
      implements AuthorizationDecision {}

  /**
   * A redirect with a code.
   *
   * @param request the request it answers
   * @param to where and how
   * @param session session of the professional
   * @param codeId identifier of the code
   * @param silent whether no authentication took place: single sign-on
   * @param twice whether the browser is made to come back twice
   */
  record CodeRedirect(
      AuthorizationRequest request,
      Redirect to,
      Session session,
      String codeId,
      boolean silent,
      boolean twice)
      implements AuthorizationDecision {
    @Override
    public RelyingParty client() {
      return request.client();
    }
  }

  /**
   * Where an answer goes and what it carries.
   *
   * @param address redirect address
   * @param mode {@code query}, {@code fragment} or {@code form_post}
   * @param parameters parameters in order
   */
  record Redirect(String address, String mode, Map<String, String> parameters) {
    /** Copies the map, order kept. */
    public Redirect {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
  }
}
