namespace Personio.Rest.Tests.Errors;

/// <summary>An error in the words of whoever asked.</summary>
public sealed class PersonioExceptionTests
{
    private static readonly PersonioException s_fault = new(ErrorKind.InvalidRequest, "Refused.", new IOException("Cause."))
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
    public void An_error_that_means_something_else_keeps_what_was_answered_to_which_request()
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
    public void An_error_with_a_subject_before_it_is_the_same_in_all_else()
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
