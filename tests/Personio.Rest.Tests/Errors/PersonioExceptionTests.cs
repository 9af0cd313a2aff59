using System.Reflection;

namespace Personio.Rest.Tests.Errors;

/// <summary>An error in the terms of the caller.</summary>
public sealed class PersonioExceptionTests
{
    private static readonly PersonioException s_fault = new(
        ErrorKind.InvalidRequest, "Refused.", new IOException("Cause."))
    {
        StatusCode = 422,
        Detail = "Detail",
        TraceId = "trace",
        Method = "POST",
        Path = "/v1/things",
        MissingScope = "things:write",
        RowId = "7",
        Noun = "Thing",
        RecommendedAction = "Do this.",
        OutcomeUnknown = true,
        NextStep = NextStep.InspectFirst,
    };

    [Fact]
    public void A_name_in_a_message_cannot_start_a_line_or_command_the_terminal()
    {
        var fault = new PersonioException(ErrorKind.NotFound, "Mara\nDone. \u001b[31mred\u202e (7) was not removed.");

        Assert.Equal("Mara Done.  [31mred  (7) was not removed.", fault.Message);
        Assert.DoesNotContain('\n', fault.About("a\nb:").Message);
    }

    [Fact]
    public void An_error_with_another_meaning_keeps_the_response_and_its_request()
    {
        PersonioException told = s_fault.As(ErrorKind.NotFound, "There is no person 5.", "Person", "Look.");

        Assert.Equal(ErrorKind.NotFound, told.Kind);
        Assert.Equal("There is no person 5.", told.Message);
        Assert.Equal("Person", told.Noun);
        Assert.Equal("Look.", told.RecommendedAction);
        Assert.Equal(NextStep.None, told.NextStep);
        Assert.Same(s_fault, told.InnerException);
        AssertSameAnswer(told);
    }

    [Fact]
    public void An_error_with_a_subject_added_is_otherwise_unchanged()
    {
        PersonioException told = s_fault.About("Row 3:");

        Assert.Equal(ErrorKind.InvalidRequest, told.Kind);
        Assert.Equal("Row 3: Refused.", told.Message);
        Assert.Equal("Thing", told.Noun);
        Assert.Equal("Do this.", told.RecommendedAction);
        Assert.Equal(NextStep.InspectFirst, told.NextStep);
        Assert.Same(s_fault.InnerException, told.InnerException);
        AssertSameAnswer(told);
    }

    [Fact]
    public void A_reworded_error_keeps_every_member_except_those_about_its_words()
    {
        PersonioException fault = Filled();

        AssertSame(fault, fault.About("Row 3:"), nameof(Exception.Message));
        AssertSame(fault, fault.WithWords("More."), nameof(Exception.Message));
        AssertSame(
            fault, fault.WithAdvice("Look."), nameof(Exception.Message), nameof(PersonioException.RecommendedAction));
        AssertSame(
            fault,
            fault.As(ErrorKind.NotFound, "Other."),
            nameof(PersonioException.Kind),
            nameof(Exception.Message),
            nameof(Exception.InnerException),
            nameof(PersonioException.Noun),
            nameof(PersonioException.RecommendedAction),
            nameof(PersonioException.NextStep));
    }

    // Read from the type, so that members added later are included.
    private static PersonioException Filled()
    {
        var fault = new PersonioException(ErrorKind.Conflict, "Refused.", new IOException("Cause."));
        foreach (PropertyInfo member in Members().Where(member => member.CanWrite))
        {
            Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            member.SetValue(fault, type == typeof(string) ? member.Name
                : type == typeof(int) ? 422
                : type == typeof(bool) ? true
                : type.IsEnum ? Enum.GetValues(type).GetValue(1)
                : throw new NotSupportedException(
                    $"{member.Name} is a {type}: say here which value it is tested with."));
        }

        return fault;
    }

    private static void AssertSame(PersonioException fault, PersonioException told, params string[] others) =>
        Assert.Equal(
            others.Order(),
            Members().Where(member => !Equals(member.GetValue(fault), member.GetValue(told)))
                .Select(member => member.Name).Order());

    private static IEnumerable<PropertyInfo> Members() => typeof(PersonioException).GetProperties()
        .Where(member => member.DeclaringType == typeof(PersonioException)
            || member.Name is nameof(Exception.Message) or nameof(Exception.InnerException));

    private static void AssertSameAnswer(PersonioException told)
    {
        Assert.Equal(422, told.StatusCode);
        Assert.Equal("Detail", told.Detail);
        Assert.Equal("trace", told.TraceId);
        Assert.Equal("POST", told.Method);
        Assert.Equal("/v1/things", told.Path);
        Assert.Equal("things:write", told.MissingScope);
        Assert.Equal("7", told.RowId);
        Assert.True(told.OutcomeUnknown);
    }
}
