"""Given names that are common in German-speaking countries: a name of two words that begins with one of them is a person's."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Adam Adelheid Agnes Ahmed Ahmet Aische Albert Alexander Alexandra Alfred Ali Alice Alina Alois Amelie Amir Ana Andrea Andreas André
    Angela Angelika Anita Anja Anke Ann Anna Anne Annegret Anneliese Annemarie Annette Annika Anton Antonia Antonio Armin Arne Arno
    Arnold Arthur Astrid August Axel Ayşe Barbara Bastian Beate Beatrice Beatrix Ben Benedikt Benjamin Berit Bernd Bernhard Bert Bertha
    Bettina Birgit Birgitta Birte Björn Bodo Boris Brigitte Britta Bruno Burkhard Carl Carla Carmen Carolin Caroline Carsten Cem
    Charlotte Chiara Christa Christel Christian Christiane Christina Christine Christof Christoph Claudia Claus Clara Clemens Conny
    Constanze Cordula Cornelia Cornelius Corinna Dagmar Daniel Daniela David Debora Denis Dennis Detlef Detlev Diana Dieter Dietmar
    Dietrich Dirk Dominik Dora Doris Dorothea Dorothee Eberhard Eckhard Edeltraud Edgar Edith Eduard Egon Elena Elfriede Elias Elisa
    Elisabeth Elke Ella Ellen Elli Elsa Elvira Emil Emilia Emily Emine Emma Erhard Eric Erich Erik Erika Erna Ernst Erwin Esther Eugen
    Eva Evelyn Fabian Fabienne Fatih Fatma Felix Ferdinand Finn Florian Frank Franz Franziska Fred Frederik Frieda Friedhelm Friedrich
    Fritz Gabi Gabriel Gabriela Gabriele Georg Gerald Gerd Gerda Gerhard Gerlinde Gero Gert Gertrud Gesine Gisela Giuseppe Gottfried
    Greta Gregor Grit Gudrun Guido Gundula Gunnar Gunter Günter Günther Gustav Hanna Hannah Hannelore Hannes Hans Hans-Georg Hans-Jürgen
    Hans-Joachim Hans-Peter Harald Harry Hartmut Hasan Heide Heidemarie Heidi Heike Heiko Heiner Heinrich Heinz Helena Helene Helga
    Helge Hella Helmut Helmuth Hendrik Henning Henri Henriette Henry Herbert Hermann Hermine Hilde Hildegard Holger Horst Hubert Hugo
    Ibrahim Ida Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingo Ingrid Irene Iris Irina Irma Irmgard Isabel Isabell Isabella Isolde
    Ivan Ivo Jacob Jakob Jan Jana Janina Jasmin Jens Jennifer Jessica Joachim Joannes Johann Johanna Johannes John Jonas Jonathan Jörg
    Josef Josefine Joseph Juan Judith Julia Julian Juliane Julius Jürgen Justus Jutta Kai Karen Karin Karl Karl-Heinz Karla Karola
    Karoline Karsten Katharina Kathrin Katja Katrin Kay Kerstin Kevin Kirsten Klara Klaus Klaus-Dieter Klemens Konrad Konstantin Kristin
    Kristina Kurt Lara Lars Laura Lea Lena Leo Leon Leonard Leonhard Leonie Leopold Levin Liesel Lieselotte Lilli Lina Linda Lisa
    Liselotte Lothar Louis Louisa Luca Lucas Lucia Ludger Ludwig Luis Luisa Luise Lukas Lutz Lydia Magda Magdalena Maik Maike Maja Malte
    Mandy Manfred Manuel Manuela Marc Marcel Marco Marcus Maren Margareta Margarete Margarethe Margit Margot Margret Maria Marianne
    Marie Marina Mario Marion Marius Mark Markus Marlene Marlies Marta Martha Martin Martina Mathias Mathilde Matthias Max Maximilian
    Mechthild Mehmet Meike Melanie Merle Mia Michael Michaela Michel Miguel Mike Mira Miriam Mirjam Mirko Mohamed Mohammed Mona Monika
    Monique Moritz Murat Mustafa Nadine Nadja Natalie Natascha Nele Nicole Nicolas Niels Niklas Nikolaus Nils Nina Nora Norbert Olaf Ole
    Olga Oliver Olivia Oskar Oswald Otto Patricia Patrick Paul Paula Pauline Peggy Peter Petra Philip Philipp Pia Rainer Ralf Ralph
    Ramona Raphael Rebecca Regina Regine Reiner Reinhard Reinhold Renate René Ricarda Richard Rita Robert Robin Roland Rolf Roman Romy
    Ronald Ronny Rosa Rosemarie Rosi Roswitha Rüdiger Rudi Rudolf Rupert Ruth Sabine Sabrina Samuel Sandra Sara Sarah Sascha Sebastian
    Selma Sepp Severin Siegfried Sigrid Silke Silvia Simon Simone Sina Sofia Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Steffi
    Stephan Stephanie Susanna Susanne Sven Svenja Swen Sybille Sylvia Tamara Tanja Tatjana Thea Theo Theodor Theresa Therese Thomas
    Thorsten Tilo Tim Timo Tina Tobias Tom Torsten Traudel Traute Udo Ulf Uli Ulrich Ulrike Ursula Uschi Ute Uwe Valentin Valentina
    Vanessa Vera Verena Veronika Viktor Viktoria Vincent Volker Volkmar Waldemar Walter Waltraud Wanda Werner Wieland Wilfried Wilhelm
    Wilhelmine Willi Willy Wolf Wolfgang Wolfram Yasmin Yannick Yusuf Yvonne Zeynep
    """.split()  # noqa: SIM905  names are read more easily than quoted ones
)
