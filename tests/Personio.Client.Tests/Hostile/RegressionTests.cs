using System.Net;
using System.Text;
using Personio.Rest.Http;
using Personio.Client.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>Regression tests for the faults that malformed responses have found.</summary>
public sealed class RegressionTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00", "Asia/Tokyo", "0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59", "America/New_York", "9999-12-31T23:59:59+00:00")]
    [InlineData("2026-06-01T08:00:00", "Asia/Tokyo", "2026-06-01T08:00:00+09:00")]
    public void The_ends_of_the_calendar_are_valid_in_every_time_zone(string time, string zone, string read)
    {
        Candidate candidate = Sample.Read<Candidate>(
            $$"""{"created_at":{"date-time":"{{time}}","timezone":"{{zone}}"} }""");

        Assert.Equal(
            DateTimeOffset.Parse(read, System.Globalization.CultureInfo.InvariantCulture), candidate.CreatedAt);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void A_time_beyond_the_calendar_cannot_be_read(string time)
    {
        Assert.Throws<System.Text.Json.JsonException>(() => Sample.Read<Candidate>($$"""{"created_at":"{{time}}"}"""));
    }

    [Theory]
    [InlineData("/usr/share/zoneinfo/Asia/Tokyo")]
    [InlineData("Asia/../Asia/Tokyo")]
    [InlineData("../zoneinfo/Asia/Tokyo")]
    [InlineData("./Asia/Tokyo")]
    [InlineData("/dev/null")]
    public void The_name_of_a_time_zone_cannot_open_an_arbitrary_file(string name)
    {
        Candidate candidate = Sample.Read<Candidate>(
            $$"""{"created_at":{"date-time":"2026-06-01T08:00:00","timezone":"{{name}}"} }""");

        Assert.Null(candidate.CreatedAt);
        Assert.Equal(
            $"date-time=2026-06-01T08:00:00; timezone={name}", $"{candidate.AdditionalProperties["created_at"]}");
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("Tokyo Standard Time")]
    [InlineData("Etc/GMT-9")]
    public void Time_zone_names_of_every_system_are_understood(string name)
    {
        Candidate candidate = Sample.Read<Candidate>(
            $$"""{"created_at":{"date-time":"2026-06-01T08:00:00","timezone":"{{name}}"} }""");

        Assert.Equal(TimeSpan.FromHours(9), candidate.CreatedAt!.Value.Offset);
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001", "1")]
    [InlineData("1", "99999999999999999999")]
    [InlineData("0.003", "1")]
    public async Task A_bucket_that_refills_too_slowly_to_wait_for_is_not_believed(string rate, string cost)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 1 });
        scene.Network.On("GET /v2/persons/1", Slow(429), Slow(200), Slow(200));

        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.True(scene.Time.Elapsed < TimeSpan.FromMinutes(1), $"{scene.Time.Elapsed}");

        HttpResponseMessage Slow(int status) => Answer.Json("""{"id":"1"}""", status)
            .With("x-ratelimit-replenish-rate", rate).With("x-ratelimit-burst-capacity", "1")
            .With("x-ratelimit-remaining", "0")
            .With("x-ratelimit-requested-tokens", cost);
    }

    [Theory]
    [InlineData("attachment; filename*=UTF-7''%2BAFw-.pdf")]
    [InlineData("attachment; filename=\"=?utf-7?B?K0FGdy0?=\"")]
    public async Task A_name_in_an_unsupported_encoding_does_not_break_a_download(string disposition)
    {
        using TestSession scene = await TestSession.OpenAsync();
        HttpResponseMessage answer = Answer.Of(200, "bytes", "application/pdf");
        answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        scene.Network.On("GET /v2/document-management/documents/1/download", answer);
        using var target = new MemoryStream();

        FileDownload file = await scene.Client.Files.DownloadAsync(Endpoints.DownloadDocument.For("1"), target);

        Assert.Equal(5, file.Length);
    }

    [Theory]
    [InlineData("?cursor=")]
    [InlineData("")]
    public async Task A_link_that_is_too_long_is_not_followed(string before)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Persons(1, 1, before + new string('x', 100_000)));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For()));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("more than 8000 characters", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\r\\nX-Evil: 1")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("\\u0000")]
    [InlineData("\\ud83d")]
    public async Task A_token_that_cannot_be_sent_in_a_header_is_rejected(string token)
    {
        PersonioException fault = await Refusal.OfConnectAsync(Answer.Token(token));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
    }

    [Fact]
    public async Task A_token_longer_than_any_header_is_rejected()
    {
        PersonioException fault = await Refusal.OfConnectAsync(Answer.Token(new string('x', 40_000)));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
    }

    [Fact]
    public async Task A_secret_is_removed_before_the_message_is_truncated()
    {
        string words = new string('x', 990) + " " + TestSession.Secret;

        PersonioException fault = await Refusal.OfGetAsync(Answer.Of(400, words, "text/plain"));

        Assert.DoesNotContain("papi-sec", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("papi-sec", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_id_that_is_a_token_is_not_shown()
    {
        PersonioException fault = await Refusal.OfGetAsync(Answer.Json("""{"trace_id":"x papi-token-1"}""", 400));

        Assert.Equal("x ***", fault.TraceId);
    }

    [Fact]
    public async Task Server_text_can_neither_control_the_terminal_nor_flood_it()
    {
        string date = "\\u001b[2J\\u0007" + new string('x', 100_000);

        PersonioException fault = await Refusal.OfGetAsync(Answer.Json($$"""{"created_at":"{{date}}"}"""));

        Assert.DoesNotContain(fault.ToString(), c => char.IsControl(c) && c is not ('\r' or '\n'));
        Assert.InRange(fault.Message.Length, 1, 1_000);
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_a_response_without_a_model()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/any", new HttpResponseMessage
        {
            Content = new ByteArrayContent([.. "\uFEFF"u8, .. """{"_data":["x"]}"""u8]),
        });

        RawResponse answer = await scene.Client.InvokeAsync(
            FreeRequest.Create(HttpMethod.Get, "/v2/any", scene.Session.BaseUri));

        Assert.True(answer.IsJson);
        Assert.Equal("x", Assert.Single(Assert.IsType<ValueList<object?>>(answer.Read().Value)));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 1234")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("@SUM(1)")]
    [InlineData("\tx")]
    public void A_value_that_looks_like_a_formula_is_returned_as_sent(string value)
    {
        string json = System.Text.Json.JsonSerializer.Serialize(value);

        Person person = Sample.Read<Person>(
            $$"""{"last_name":{{json}},"new":{{json}},"custom_attributes":[{"type":"string","value":{{json}}}]}""");

        Assert.Equal(value, person.LastName);
        Assert.Equal(value, person.AdditionalProperties["new"]);
        Assert.Equal(value, person.CustomAttributes[0].Value);
    }
}
