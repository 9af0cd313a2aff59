using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Json;

public sealed class UnknownMemberTests
{
    [Fact]
    public void Unknown_members_are_kept_as_plain_values()
    {
        Person person = Sample.Read<Person>(
            """{"id":"1","new_text":"x","new_number":3,"new_amount":1.10,"new_flag":true,"new_null":null,"big":1e30}""");

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
    public void Unknown_lists_and_objects_are_kept_to_the_bottom()
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
    public void Unknown_members_are_found_in_upper_and_lower_case(string json)
    {
        ValueMap more = Sample.Read<AbsencePeriod>(json).AdditionalProperties;

        Assert.Equal(1L, more["NEW_Member"]);
    }

    [Fact]
    public void A_name_in_another_spelling_beside_an_inner_object_is_survived()
    {
        AbsencePeriod absence = Sample.Read<AbsencePeriod>("""{"Approval":"odd","approval":{"by":"4102"}}""");

        Assert.Single(absence.AdditionalProperties);
    }

    [Fact]
    public void Unknown_members_of_the_parts_of_an_employment_are_kept()
    {
        Employment employment = Sample.Read<Employment>(
            """{"org_units":[{"id":"1","name":"Unit"}],"cost_centers":[{"id":"2","name":"Center"}],"position":{"level":3}}""");

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
    public void Nothing_unknown_is_an_empty_map()
    {
        Assert.Same(ValueMap.Empty, Sample.Read<Person>("""{"id":"1"}""").AdditionalProperties);
    }

    [Fact]
    public void Of_a_member_that_comes_twice_the_last_counts()
    {
        Assert.Equal(2L, Sample.Read<Person>("""{"new":1,"new":2}""").AdditionalProperties["new"]);
    }

    [Fact]
    public void Half_a_sign_in_an_unknown_member_is_survived()
    {
        Person person = Sample.Read<Person>("{\"new\":\"cut \\ud83d\"}");

        Assert.Equal("cut \\ud83d", person.AdditionalProperties["new"]);
    }

    [Fact]
    public void Lists_and_maps_read_well_in_one_cell()
    {
        ValueMap more = Sample.Read<Person>(
            """{"list":["b, c","d"],"map":{"x":1.5,"y":null},"flag":true,"text":"Last ü, \"x\""}""").AdditionalProperties;

        Assert.Equal("list=b, c, d; map=x=1.5; y=; flag=True; text=Last ü, \"x\"", $"{more}");
    }

    [Fact]
    public void A_list_of_dates_and_numbers_reads_alike_everywhere()
    {
        var list = new ValueList<object?>([new DateTime(2026, 1, 2), new DateTime(2026, 1, 2, 8, 5, 0), 1.5m, null, 2L]);

        Assert.Equal("2026-01-02; 2026-01-02T08:05:00; 1.5; ; 2", $"{list}");
    }
}
