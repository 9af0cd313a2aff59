using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Json;

public sealed class UnknownMemberTests
{
    [Fact]
    public void Unknown_members_are_kept_as_plain_values()
    {
        Person person = Sample.Read<Person>(
            """{"id":"1","new_text":"x","new_number":3,"new_amount":1.10,"new_flag":true,"new_null":null"""
            + ""","big":1e30}""");

        ValueMap more = person.AdditionalProperties;

        Assert.Equal("x", more["new_text"]);
        Assert.Equal(3L, more["new_number"]);
        Assert.Equal(1.10m, more["new_amount"]);
        Assert.Equal(true, more["new_flag"]);
        Assert.Null(more["new_null"]);
        Assert.Equal(1e30, more["big"]);
        Assert.Equal(6, more.Count);
    }

    [Fact]
    public void Unknown_lists_and_objects_are_kept_at_any_depth()
    {
        Person person = Sample.Read<Person>("""{"deep":{"list":[1,{"name":"x"},[null]],"empty":{}}}""");

        var deep = Assert.IsType<ValueMap>(person.AdditionalProperties["deep"]);
        var list = Assert.IsType<ValueList<object?>>(deep["list"]);
        var inner = Assert.IsType<ValueMap>(list[1]);

        Assert.Equal(1L, list[0]);
        Assert.Equal("x", inner["name"]);
        Assert.Null(Assert.Single(Assert.IsType<ValueList<object?>>(list[2])));
        Assert.Empty(Assert.IsType<ValueMap>(deep["empty"]));
    }

    [Fact]
    public void Unknown_members_of_inner_objects_are_kept_under_the_name_of_the_object()
    {
        AbsencePeriod absence = Sample.Read<AbsencePeriod>(
            """{"new":1,"approval":{"status":"APPROVED","by":"4102"},"ends_at":{"date_time":null,"zone":"UTC"}}""");

        ValueMap more = absence.AdditionalProperties;

        Assert.Equal(1L, more["new"]);
        Assert.Equal("4102", Assert.IsType<ValueMap>(more["approval"])["by"]);
        Assert.Equal("UTC", Assert.IsType<ValueMap>(more["ends_at"])["zone"]);
    }

    [Theory]
    [InlineData("""{"new_member":1}""")]
    [InlineData("""{"new_member":1,"approval":{"by":"4102"}}""")]
    public void Unknown_members_are_found_regardless_of_case(string json)
    {
        ValueMap more = Sample.Read<AbsencePeriod>(json).AdditionalProperties;

        Assert.Equal(1L, more["NEW_Member"]);
    }

    [Fact]
    public void A_name_in_another_spelling_next_to_an_inner_object_is_kept_next_to_it()
    {
        AbsencePeriod absence = Sample.Read<AbsencePeriod>("""{"Approval":"odd","approval":{"by":"4102"}}""");

        Assert.Equal("odd", absence.AdditionalProperties["Approval"]);
        Assert.Equal("by=4102", $"{absence.AdditionalProperties["approval"]}");
    }

    [Fact]
    public void Unknown_members_of_the_parts_of_an_employment_are_kept()
    {
        Employment employment = Sample.Read<Employment>(
            """{"org_units":[{"id":"1","name":"Unit"}],"cost_centers":[{"id":"2","name":"Center"}]"""
            + ""","position":{"level":3}}""");

        Assert.Equal("Unit", employment.OrgUnits[0].AdditionalProperties["name"]);
        Assert.Equal("Center", employment.CostCenters[0].AdditionalProperties["name"]);
        Assert.Equal(3L, Assert.IsType<ValueMap>(employment.AdditionalProperties["position"])["level"]);
    }

    [Fact]
    public void Links_count_as_known()
    {
        Assert.Empty(Sample.Read<Person>(Sample.Person).AdditionalProperties);
        Assert.Empty(Sample.Read<Employment>(Sample.Employment).AdditionalProperties);
    }

    [Fact]
    public void Without_unknown_members_the_map_is_empty()
    {
        Assert.Same(ValueMap.Empty, Sample.Read<Person>("""{"id":"1"}""").AdditionalProperties);
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740993", typeof(long))]
    [InlineData("98765432109876543210", "98765432109876543210", typeof(decimal))]
    [InlineData("12345678901234567890.12345678", "12345678901234567890.12345678", typeof(decimal))]
    [InlineData("98765432109876543210987654321098765", "98765432109876543210987654321098765", typeof(string))]
    [InlineData("0.12345678901234567890123456789012345", "0.12345678901234567890123456789012345", typeof(string))]
    [InlineData("1e400", "1e400", typeof(string))]
    [InlineData("-1E-400", "-1E-400", typeof(string))]
    [InlineData("1e300", "1E+300", typeof(double))]
    [InlineData("-1.5e-30", "-1.5E-30", typeof(double))]
    [InlineData("-0.50", "-0.50", typeof(decimal))]
    [InlineData("1e3", "1000", typeof(decimal))]
    public void A_number_keeps_every_digit_in_the_first_type_that_holds_it(string sent, string text, Type type)
    {
        object? read = Sample.Read<Person>($$"""{"id":"1","big":{"deep":[{{sent}}]} }""").AdditionalProperties["big"];
        object? number = Assert.IsType<ValueList<object?>>(Assert.IsType<ValueMap>(read)["deep"])[0];

        Assert.Equal(text, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}"));
        Assert.IsType(type, number);
    }

    [Fact]
    public void Members_that_differ_only_in_case_are_both_kept()
    {
        ValueMap more = Sample.Read<Person>(
            """{"new":1,"New":2,"NEW":3,"new":4,"deep":{"a":1,"A":2} }""").AdditionalProperties;

        Assert.Equal("new=4; New=2; NEW=3; deep=a=1; A=2", $"{more}");
        Assert.Equal(2L, more["New"]);
        Assert.Equal(4L, more["new"]);
    }

    [Theory]
    [InlineData(typeof(AbsencePeriod), """{"id":"1","status":"APPROVED","hours":3}""", "Status", "APPROVED", "hours=3")]
    [InlineData(
        typeof(AbsencePeriod), """{"id":"1","status":"X","approval":{"status":"APPROVED"} }""", "Status", "APPROVED",
        "status=X")]
    [InlineData(
        typeof(AbsencePeriod), """{"id":"1","person_id":4711,"start_date":"2026-01-01"}""", "PersonId", "4711",
        "start_date=2026-01-01")]
    [InlineData(
        typeof(AttendancePeriod), """{"id":"1","status":"CONFIRMED","hours":7.5,"project_id":3}""", "Status",
        "CONFIRMED", "hours=7.5; project_id=3")]
    [InlineData(
        typeof(Person), """{"id":"1","display_name":"Somebody"}""", "DisplayName", null, "display_name=Somebody")]
    [InlineData(
        typeof(DocumentCategory), """{"id":"1","type":"c","name":"Contracts","attributes":{"order":1} }""", "Name",
        "Contracts", "attributes=order=1")]
    [InlineData(
        typeof(DocumentCategory), """{"id":"1","name":"Other","attributes":{"name":"Contracts"} }""", "Name",
        "Contracts", "name=Other")]
    [InlineData(typeof(Compensation), """{"id":"1","amount":4850.5,"currency":"EUR"}""", "Amount", 4850.5, "")]
    [InlineData(typeof(Compensation), """{"id":"1","amount":"4850.50","currency":"EUR"}""", "Amount", 4850.5, "")]
    [InlineData(
        typeof(Compensation), """{"id":"1","amount":{"value":4850.5,"currency":"EUR"} }""", "Amount", 4850.5, "")]
    [InlineData(typeof(Compensation), """{"id":"1","value":4850.5,"currency":"EUR"}""", "Amount", 4850.5, "")]
    [InlineData(typeof(Compensation), """{"id":"1","amount":0}""", "Amount", 0.0, "")]
    [InlineData(
        typeof(AbsenceBreakdown), """{"date":"2026-01-01","effective_duration":0.5,"days":1}""", "Days", 0.5, "days=1")]
    [InlineData(
        typeof(Employment), """{"id":"1","supervisor":4711,"position":"Clerk","last_day":"x"}""", "Position", "Clerk",
        "last_day=x")]
    [InlineData(typeof(Employment), """{"id":"1","supervisor":"4711"}""", "SupervisorId", "4711", "")]
    [InlineData(typeof(Application), """{"id":"1","stage":"S","current_stage":"T"}""", "Stage", "T", "stage=S")]
    [InlineData(
        typeof(Project), """{"id":"1","start":"2026-01-05","start_date":"y"}""", "ProjectId", "1", "start_date=y")]
    public void A_member_with_the_name_of_a_computed_property_is_read_or_kept(
        Type model, string json, string property, object? value, string more)
    {
        object read = typeof(Sample).GetMethod(nameof(Sample.Read))!.MakeGenericMethod(model).Invoke(null, [json])!;

        object? found = model.GetProperty(property)!.GetValue(read);
        Assert.Equal(value, found is decimal number ? (double)number : found);
        Assert.Equal(more, $"{((ApiObject)read).AdditionalProperties}");
    }

    [Fact]
    public void The_last_of_duplicate_members_counts()
    {
        Assert.Equal(2L, Sample.Read<Person>("""{"new":1,"new":2}""").AdditionalProperties["new"]);
    }

    [Fact]
    public void A_lone_surrogate_in_an_unknown_member_does_no_harm()
    {
        Person person = Sample.Read<Person>("{\"new\":\"cut \\ud83d\"}");

        Assert.Equal("cut \\ud83d", person.AdditionalProperties["new"]);
    }

    [Fact]
    public void Lists_and_maps_are_readable_in_one_cell()
    {
        ValueMap more = Sample.Read<Person>(
            """{"list":["b, c","d"],"map":{"x":1.5,"y":null},"flag":true,"text":"Last ü"""
            + """, \"x\""}""").AdditionalProperties;

        Assert.Equal("list=b, c, d; map=x=1.5; y=; flag=True; text=Last ü, \"x\"", $"{more}");
    }

    [Fact]
    public void A_list_of_dates_and_numbers_reads_the_same_in_every_culture()
    {
        var list = new ValueList<object?>(
            [new DateTime(2026, 1, 2), new DateTime(2026, 1, 2, 8, 5, 0), 1.5m, null, 2L]);

        Assert.Equal("2026-01-02; 2026-01-02T08:05:00; 1.5; ; 2", $"{list}");
    }
}
