using System.Collections;
using System.Reflection;
using System.Text.Json;
using Personio.Client.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Json;

public sealed class LenientReadingTests
{
    private static readonly Type[] s_models =
    [
        .. typeof(Person).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Personio.Models" && type is { IsAbstract: false, IsGenericType: false })
            .Where(type => typeof(ApiObject).IsAssignableFrom(type) || type == typeof(CustomAttribute))
            .Where(type => type != typeof(ReportRow)),
    ];

    public static TheoryData<Type> Models => [.. s_models];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_may_be_null(Type model)
    {
        object read = ReadAs(model, Sample.Nulls(model));

        AssertEmpty(read);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_may_be_missing(Type model)
    {
        object read = ReadAs(model, "{}");

        AssertEmpty(read);
    }

    [Theory]
    [InlineData(
        typeof(AbsencePeriod),
        """{"person":{"id":null},"absence_type":{},"starts_from":{"date_time":null,"type":null},"ends_at":{}"""
        + ""","approval":{"status":null},"substitute":{}}""")]
    [InlineData(
        typeof(AttendancePeriod),
        """{"person":{},"start":{"date_time":null},"end":{},"project":{"id":null},"approval":{}}""")]
    [InlineData(
        typeof(Employment),
        """{"position":{},"supervisor":{},"office":{},"legal_entity":{},"sub_company":{},"job":{},"termination":{}"""
        + ""","org_units":[null],"cost_centers":[null]}""")]
    [InlineData(
        typeof(Person), """{"profile_picture":{},"employments":[null,{},{"id":null}],"custom_attributes":[null]}""")]
    [InlineData(typeof(AbsenceBreakdown), """{"effective_duration":{"value":null,"unit":null}}""")]
    public void Members_of_inner_objects_may_be_null_or_missing(Type model, string json)
    {
        object read = ReadAs(model, json);

        AssertEmpty(read);
    }

    [Theory]
    [InlineData("""{"id":4711}""", "4711")]
    [InlineData("""{"id":"4711"}""", "4711")]
    [InlineData("""{"id":12345678901234567890123}""", "12345678901234567890123")]
    [InlineData("""{"id":true}""", "true")]
    [InlineData("""{"id":""}""", "")]
    public void An_id_may_come_as_a_number(string json, string id)
    {
        Assert.Equal(id, Sample.Read<Person>(json).PersonId);
    }

    [Theory]
    [InlineData("""{"weekly_working_hours":38.5}""")]
    [InlineData("""{"weekly_working_hours":"38.5"}""")]
    [InlineData("""{"weekly_working_hours":38.50}""")]
    [InlineData("""{"weekly_working_hours":385e-1}""")]
    public void A_number_may_come_as_text(string json)
    {
        Assert.Equal(38.5m, Sample.Read<Employment>(json).WeeklyWorkingHours);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("\"\"", null)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"1\"", true)]
    [InlineData("{}", null)]
    public void True_and_false_may_come_as_text(string written, bool? read)
    {
        Assert.Equal(read, Sample.Read<Project>($$"""{"billable":{{written}}}""").Billable);
    }

    [Theory]
    [InlineData("\"perhaps\"")]
    [InlineData("2")]
    [InlineData("{\"is\":true}")]
    public void A_value_that_is_neither_true_nor_false_is_rejected_with_its_path(string written)
    {
        JsonException fault = Assert.Throws<JsonException>(
            () => Sample.Read<Project>($$"""{"billable":{{written}}}"""));

        Assert.Equal("$.billable", fault.Path);
    }

    [Theory]
    [InlineData("""["S","M"]""")]
    [InlineData("""[{"id":1,"name":"S"},{"id":2,"name":"M"}]""")]
    [InlineData("""[{"id":1,"label":"S"},{"id":2,"label":"M"}]""")]
    [InlineData("""[{"id":1,"value":"S"},{"id":2,"value":"M"}]""")]
    public void A_choice_may_come_as_text_or_as_an_object(string options)
    {
        Assert.Equal(["S", "M"], Sample.Read<PersonAttribute>($$"""{"options":{{options}}}""").Options);
    }

    [Fact]
    public void Unknown_text_of_an_enumeration_stays_text()
    {
        Employment employment = Sample.Read<Employment>("""{"status":"SABBATICAL","type":"gig"}""");
        AbsencePeriod absence = Sample.Read<AbsencePeriod>("""{"approval":{"status":"CANCELLED"}}""");

        Assert.Equal("SABBATICAL", employment.Status);
        Assert.Equal("gig", employment.Type);
        Assert.Equal("CANCELLED", absence.Status);
    }

    [Theory]
    [InlineData("""{"_data":{"id":"1"}}""")]
    [InlineData("""{"success":true,"data":{"id":"1"}}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("\uFEFF{\"id\":\"1\"}")]
    [InlineData("""{"id":"1","data":"not an envelope"}""")]
    public void One_object_may_come_bare_or_in_an_envelope(string json)
    {
        Assert.Equal("1", Sample.Read<Person>(json).PersonId);
    }

    [Theory]
    [InlineData(@"cut \ud83d", @"cut \ud83d")]
    [InlineData(@"\uDC00 cut", @"\uDC00 cut")]
    [InlineData(@"\uD83D\uD83D\uDE00", @"\uD83D😀")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\\ud83d", @"\ud83d")]
    [InlineData(@"\u00fc \udbff\u0041", @"ü \udbffA")]
    public void A_lone_surrogate_is_read_as_written_and_does_no_harm(string written, string read)
    {
        Person person = Sample.Read<Person>($$"""{"first_name":"{{written}}","{{written}}":"{{written}}","id":"1"}""");

        Assert.Equal(read, person.FirstName);
        Assert.Equal(read, person.AdditionalProperties[read]);
        Assert.Equal("1", person.PersonId);
    }

    [Theory]
    [InlineData("first_name")]
    [InlineData("new_member")]
    public async Task A_body_that_is_not_UTF_8_is_UnexpectedResponse(string member)
    {
        using TestSession scene = await TestSession.OpenAsync();
        var latin = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes($$"""{"{{member}}":"ü"}"""));
        scene.Network.On("GET /v2/persons/1", new HttpResponseMessage { Content = latin });

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("not written in UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("")]
    [InlineData("{")]
    public async Task A_body_that_is_not_an_object_is_UnexpectedResponse(string body)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Of(200, body, "text/plain"));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
    }

    [Fact]
    public void Written_JSON_keeps_umlauts_quotes_and_nulls()
    {
        byte[] json = PersonioJson.Write(new { LastName = "Last ü, \"x\" <&>", Comment = (string?)null });

        Assert.Equal("""{"last_name":"Last ü, \"x\" <&>","comment":null}""", System.Text.Encoding.UTF8.GetString(json));
    }

    private static object ReadAs(Type model, string json) => typeof(Sample)
        .GetMethod(nameof(Sample.Read))!.MakeGenericMethod(model).Invoke(null, [json])!;

    // Every property of an empty object returns null or is empty.
    // A computed property, such as whether the end is open, is never null but false.
    private static void AssertEmpty(object read)
    {
        foreach (PropertyInfo property in read.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            object? value = property.GetValue(read);
            Assert.True(value is null or "" or false or ICollection { Count: 0 }, $"{property.Name} is {value}.");
        }

        Assert.NotNull(read.ToString());
    }
}
