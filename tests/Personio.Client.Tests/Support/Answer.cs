using System.Net;
using System.Text;

namespace Personio.Client.Tests.Support;

/// <summary>Answers for the stub network.</summary>
internal static class Answer
{
    public static HttpResponseMessage Json(string json, int status = 200) => Of(status, json, "application/json");

    public static HttpResponseMessage Html(int status) =>
        Of(status, "<html><body>Bad gateway</body></html>", "text/html");

    public static HttpResponseMessage Problem(int status, string title = "Title", string detail = "Detail.") => Of(
        status,
        $$"""{"personio_trace_id":"trace-1","errors":[{"title":"{{title}}","detail":"{{detail}}","type":null}]}""",
        "application/problem+json");

    public static HttpResponseMessage Status(int status) => new((HttpStatusCode)status);

    public static HttpResponseMessage Of(int status, string body, string mediaType) => new((HttpStatusCode)status)
    {
        Content = new StringContent(body, Encoding.UTF8, mediaType),
    };

    public static HttpResponseMessage Token(string value, string more = """, "expires_in": 86400""") =>
        Json($$"""{"access_token": "{{value}}", "token_type": "Bearer"{{more}}}""");

    public static HttpResponseMessage Token(string value, int seconds) => Token(value, $", \"expires_in\": {seconds}");

    /// <summary>A page of persons with increasing ids, with or without a next-page link.</summary>
    public static HttpResponseMessage Persons(int from, int count, string? next = null) =>
        Page(Enumerable.Range(from, count).Select(id => $$"""{"id":"{{id}}"}"""), next);

    public static HttpResponseMessage Page(IEnumerable<string> rows, string? next = null) =>
        PageWith(rows, next is null ? "{}" : "{\"next\":{\"href\":\"" + next + "\"}}");

    /// <summary>A page whose links are any JSON.</summary>
    public static HttpResponseMessage PageWith(IEnumerable<string> rows, string links) =>
        Json("{\"_data\":[" + string.Join(',', rows) + "],\"_meta\":{\"links\":" + links + "}}");

    public static HttpResponseMessage With(this HttpResponseMessage answer, string header, string value)
    {
        answer.Headers.TryAddWithoutValidation(header, value);
        return answer;
    }

    public static HttpResponseMessage WithBucket(this HttpResponseMessage answer, int rate, int burst, int remaining) =>
        answer.With("x-ratelimit-replenish-rate", $"{rate}").With("x-ratelimit-burst-capacity", $"{burst}")
            .With("x-ratelimit-remaining", $"{remaining}").With("x-ratelimit-requested-tokens", "1");
}
