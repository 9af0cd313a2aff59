using Personio.Models;

namespace Personio;

/// <summary>Receives the outcome of each period, in input order.</summary>
internal interface IPeriodOutcome<in T>
    where T : ApiObject, IPersonRow<T>
{
    /// <summary>Runs the work on one input. What it throws becomes the error of that input.</summary>
    void Run(PeriodInput input, Action work);

    /// <summary>It is skipped, because an equal one exists.</summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="known">What is known of the equal one.</param>
    void Exists(PeriodInput input, KnownPeriod known);

    /// <summary>It would be created, were it not for <c>-WhatIf</c>.</summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="text">The period in words, with the name of the person and what else is foreseen.</param>
    /// <param name="note">What else is foreseen, as a sentence; empty where nothing is.</param>
    void Planned(PeriodInput input, string text, string note);

    /// <summary>Whoever was asked does not want it.</summary>
    void Declined(PeriodInput input);

    /// <summary>It was sent, and nobody knows what came of it; the error follows.</summary>
    void Lost(PeriodInput input);

    /// <summary>It was created.</summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="made">What Personio answered: often no more than the id.</param>
    void Created(PeriodInput input, T made);
}
