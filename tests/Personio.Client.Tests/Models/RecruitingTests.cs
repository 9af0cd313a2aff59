using System.Text.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class RecruitingTests
{
    [Theory]
    [InlineData("""{"date-time":"2026-05-02T08:00:00","timezone":"Europe/Berlin"}""", "2026-05-02T08:00:00+02:00")]
    [InlineData("""{"date-time":"2026-01-02T08:00:00","timezone":"Europe/Berlin"}""", "2026-01-02T08:00:00+01:00")]
    [InlineData("""{"date-time":"2026-05-02T08:00:00Z","timezone":"Europe/Berlin"}""", "2026-05-02T08:00:00+00:00")]
    [InlineData("""{"date-time":"2026-05-02T08:00:00+05:00"}""", "2026-05-02T08:00:00+05:00")]
    [InlineData("""{"date-time":"2026-05-02T08:00:00+05:00","timezone":"Nowhere/Else"}""", "2026-05-02T08:00:00+05:00")]
    [InlineData("""{"date_time":"2026-05-02T08:00:00"}""", "2026-05-02T08:00:00+00:00")]
    [InlineData("""{"date":"2026-05-02"}""", "2026-05-02T00:00:00+00:00")]
    [InlineData("\"2026-05-02T08:00:00Z\"", "2026-05-02T08:00:00+00:00")]
    public void An_instant_is_text_or_an_object_with_a_time_zone(string json, string expected)
    {
        Application application = Sample.Read<Application>($$"""{"created_at":{{json}}}""");

        Assert.Equal(expected, application.CreatedAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", null));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("""{"date-time":null,"timezone":"Europe/Berlin"}""")]
    public void An_instant_may_be_missing(string json) =>
        Assert.Null(Sample.Read<Application>($$"""{"updated_at":{{json}}}""").UpdatedAt);

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("""{"date-time":"yesterday"}""")]
    public void Invalid_instants_are_rejected(string json) =>
        Assert.Throws<JsonException>(() => Sample.Read<Candidate>($$"""{"created_at":{{json}}}"""));

    [Fact]
    public void An_unknown_time_zone_keeps_its_name_and_yields_no_wrong_instant()
    {
        const string created = """{"created_at":{"date-time":"2026-05-02T08:00:00","timezone":"Nowhere/Else"} }""";
        Application application = Sample.Read<Application>(created);
        Person person = Sample.Read<Person>(created);

        Assert.Null(application.CreatedAt);
        Assert.Equal(
            "date-time=2026-05-02T08:00:00; timezone=Nowhere/Else",
            $"{application.AdditionalProperties["created_at"]}");
        Assert.Null(person.CreatedAt);
    }

    [Fact]
    public void Every_member_of_an_application_is_shown_or_kept()
    {
        Application application = Sample.Read<Application>(
            """
            {"id":"1","candidate":{"id":"2","first_name":"A","last_name":"B","phone":"0"},
             "job":{"id":"3","name":"J","department":{"id":"4","name":"D"},"category":{"id":"5","name":"C"}},
             "current_stage":{"id":"6","name":"S","type":"custom","kind":"CUSTOM"},"channel":{"id":"7","name":"Web"},
             "hiring_team":[{"person":{"id":"8"},"role":{"id":"9","name":"R"}}]}
            """);

        Assert.Equal("4", application.DepartmentId);
        Assert.Equal("CUSTOM", application.StageKind);
        Assert.Equal("A B", application.CandidateName);
        Assert.Equal("phone=0", $"{application.AdditionalProperties["candidate"]}");
        Assert.Equal("category=id=5; name=C", $"{application.AdditionalProperties["job"]}");
        Assert.Equal("7", application.ChannelId);
        Assert.Equal("role=id=9", $"{application.HiringTeam[0].AdditionalProperties}");
    }

    [Fact]
    public void Unknown_members_of_an_application_are_kept()
    {
        Application application = Sample.Read<Application>(
            """{"id":"1","job":{"id":"3","rank":7},"channel":{"name":"Web","cost":1.5},"tags":["a"]}""");

        Assert.Equal(["channel", "job", "tags"], application.AdditionalProperties.Keys.Order());
        Assert.Equal("rank=7", application.AdditionalProperties["job"]!.ToString());
    }
}
