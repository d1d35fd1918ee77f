vcl 4.1;

# Varnish in front of Dateline. TLS ends before Varnish (hitch, nginx, a CDN), which sends X-Forwarded-Proto.
# Tested with Varnish 7.1 by e2e/deploy.
#
#   varnishd -a :6081 -f /etc/varnish/dateline.vcl -s malloc,1g
#
# The server says for how long each answer may be used, and never across a gate, so nothing is purged.

import std;

backend dateline {
  # CHANGE
  .host = "127.0.0.1";
  .port = "3000";
  .connect_timeout = 2s;
  .first_byte_timeout = 30s;
  .probe = {
    .url = "/healthz?live";
    .interval = 1s;
    .timeout = 2s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
  }
}

sub vcl_recv {
  # The state of the server is for operators, at its own port.
  if (req.url ~ "^/healthz(\?|$)") {
    return (synth(404));
  }
  # Answers depend on the name, the address, the encoding and HTTPS only. Names are compared without a port.
  set req.http.Host = std.tolower(regsub(req.http.Host, ":\d*$", ""));
  # CHANGE: the names of all titles, where there are several. Others take no place in the cache.
  if (req.http.Host !~ "^(paper\.example)$") {
    return (synth(421));
  }
  # A reader must not choose the title.
  unset req.http.X-Forwarded-Host;
  unset req.http.Cookie;
  unset req.http.Authorization;
  # A reader must not choose what the log says.
  unset req.http.X-Request-Id;
  if (req.http.X-Forwarded-Proto != "https") {
    set req.http.X-Forwarded-Proto = "http";
  }
  # Varnish itself knows only gzip. It stores what the server sends, and undoes gzip for the few who accept neither.
  unset req.http.X-Encoding;
  if (req.http.Accept-Encoding ~ "(?i)\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
    set req.http.X-Encoding = "br";
  }
  # While the server answers, a page is used for one more second at most, while the next one is fetched.
  if (req.restarts == 0 && std.healthy(req.backend_hint)) {
    set req.grace = 1s;
  } else {
    set req.grace = 1d;
  }
}

sub vcl_hash {
  hash_data(req.http.Host);
  hash_data(req.url);
  hash_data(req.http.X-Encoding);
  hash_data(req.http.X-Forwarded-Proto);
  return (lookup);
}

sub vcl_backend_fetch {
  if (bereq.http.X-Encoding == "br") {
    set bereq.http.Accept-Encoding = "br";
  }
  unset bereq.http.X-Encoding;
}

sub vcl_backend_response {
  if (beresp.status >= 500) {
    # What is stored stays; without this, the fault would be stored in its place.
    if (bereq.is_bgfetch) {
      return (abandon);
    }
    set beresp.ttl = 0s;
    set beresp.uncacheable = true;
    return (deliver);
  }
  # Varnish 7 stores no 308 by itself.
  if (beresp.status == 308) {
    set beresp.ttl = std.duration(regsub(beresp.http.Cache-Control, "^.*s-maxage=(\d+).*$", "\1") + "s", 0s);
  }
  # For how long it may be used while there is no new answer: the server counts that until the next gate.
  set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=(\d+).*$", "\1") + "s", 0s);
  set beresp.keep = 1h;
  # Before a gate, an answer is used once; the next one may be stored again.
  if (beresp.ttl <= 0s) {
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    set beresp.ttl = 1s;
    set beresp.uncacheable = true;
  }
  return (deliver);
}

sub vcl_deliver {
  # The server has failed: an older page, if there is one that may still be used.
  if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
    return (restart);
  }
  # For the operator.
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
    # It is the id of the request for which the page was made.
    unset resp.http.X-Request-Id;
  } else {
    set resp.http.X-Cache = "MISS";
  }
  unset resp.http.Via;
  unset resp.http.X-Varnish;
}
